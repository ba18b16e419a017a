import type { Keys } from '@tyrian/contracts';
import { migrate } from '../database/migrate.js';
import { migrations } from '../database/migrations/index.js';
import { type DatabaseOptions, openDatabase } from '../open-store.js';
import { type Copied, copyDatabase } from './copy-database.js';

export interface MoveOptions {
  readonly from: DatabaseOptions;
  readonly to: DatabaseOptions;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
  /** Told how many rows have been copied. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

export type Moved = Copied;

/**
 * Copies a database, vault and all, into one without tables: as a whole or not at all, the chains verified on both sides.
 * Throws DATABASE_IN_USE while anybody writes to the source, DATABASE_NOT_EMPTY, or COPY_DIFFERS.
 *
 * @example
 * await moveDatabase({ from: { kind: 'embedded', folder }, to: { kind: 'postgres', url }, keys });
 */
export async function moveDatabase({ from, to, keys, clock = Date.now, onProgress }: MoveOptions): Promise<Moved> {
  const source = await openDatabase(from);
  try {
    await migrate(source.db, migrations, clock());
    const target = await openDatabase(to);
    try {
      return await copyDatabase({ from: source, to: target, keys, now: clock, onProgress });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
