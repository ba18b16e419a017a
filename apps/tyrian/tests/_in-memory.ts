import { existsSync } from 'node:fs';
import { type Access, createAccess, createMembers, type Members } from '@tyrian/access';
import type { Keys, Store } from '@tyrian/contracts';
import type { LoadedPolicy } from '@tyrian/guard';
import { createReview, type NoticeDesk, type Review } from '@tyrian/review';
import { memoryKeys, openStore } from '@tyrian/storage';
import { SNAPSHOT_FILE } from '../src/assets.js';
import { parseConfig } from '../src/config/config.js';
import { choosePolicy } from '../src/library/choose-policy.js';
import { openDesk } from '../src/notices/open-desk.js';

interface InMemory {
  readonly store: Store;
  readonly keys: Keys;
  readonly access: Access;
  readonly members: Members;
  readonly review: Review;
  readonly desk: NoticeDesk;
  readonly configured: () => LoadedPolicy;
  readonly guardKeys: Readonly<Record<string, string>>;
}

/** What the server opens, on a database that is gone with the process. */
export async function openInMemory(now: () => number = Date.now): Promise<InMemory> {
  const keys = memoryKeys(now);
  const snapshot = existsSync(SNAPSHOT_FILE) ? SNAPSHOT_FILE : undefined;
  const store = await openStore({ database: { kind: 'embedded-memory', snapshot }, keys, clock: now });
  return {
    store,
    keys,
    access: createAccess({ apiKeys: store.apiKeys, now }),
    members: createMembers({ members: store.members, keys, now }),
    review: createReview({ ...store, now }),
    desk: openDesk(store, keys, parseConfig({}), now),
    configured: () => choosePolicy('open-chat'),
    guardKeys: {},
  };
}
