import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Access, createAccess, createMembers, type Members } from '@tyrian/access';
import type { Keys, Store } from '@tyrian/contracts';
import { createReview, type NoticeDesk, type Review } from '@tyrian/review';
import { type DatabaseOptions, lockDataFolder, openKeys, openStore } from '@tyrian/storage';
import { SNAPSHOT_FILE } from '../assets.js';
import type { Config } from '../config/config.js';
import { openDesk } from '../notices/open-desk.js';
import { refuseMoved } from './moved.js';
import { socketPath } from './socket-path.js';

/** The store of a platform with what stands on it. */
export interface Platform {
  readonly store: Store;
  readonly keys: Keys;
  readonly access: Access;
  readonly members: Members;
  readonly review: Review;
  readonly desk: NoticeDesk;
  readonly socket: string;
  close(): Promise<void>;
}

/** Takes the data folder, opens keys and store. Throws DATA_FOLDER_LOCKED while another process has it. */
export async function openPlatform(
  config: Pick<Config, 'data' | 'database' | 'keys' | 'queues' | 'notices' | 'retention'>,
): Promise<Platform> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const socket = socketPath(config.data);
  const lock = await lockDataFolder(config.data, socket);
  try {
    if (config.database === 'embedded') refuseMoved(config.data);
    const keys = await openKeys(keysFolder(config));
    const store = await openMatching(config, keys);
    return {
      store,
      keys,
      access: createAccess({ apiKeys: store.apiKeys }),
      members: createMembers({ members: store.members, keys }),
      review: createReview({ ...store, queues: config.queues }),
      desk: openDesk(store, keys, config),
      socket,
      async close() {
        await store.close();
        lock.release();
      },
    };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

/** Where the keys lie. */
export function keysFolder({ data, keys }: Pick<Config, 'data' | 'keys'>): string {
  return keys ?? join(data, 'keys');
}

async function openMatching(config: Pick<Config, 'data' | 'database'>, keys: Keys): Promise<Store> {
  const store = await openStore({ database: databaseOf(config), keys });
  try {
    await store.matchKeys();
    return store;
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

export function databaseOf({ data, database }: Pick<Config, 'data' | 'database'>): DatabaseOptions {
  if (database !== 'embedded') return { kind: 'postgres', url: database };
  return {
    kind: 'embedded',
    folder: join(data, 'database'),
    ...(existsSync(SNAPSHOT_FILE) && { snapshot: SNAPSHOT_FILE }),
  };
}
