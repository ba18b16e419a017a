import type { Store } from '@tyrian/contracts';
import { createStore, type StoreParts } from './create-store.js';
import type { Database } from './database/database.js';
import { openEmbedded } from './database/embedded.js';
import { openPostgres } from './database/postgres.js';

/** Where the data lies. `snapshot` is a file of `writeSnapshot`, from which a new database starts faster. */
export type DatabaseOptions =
  | { readonly kind: 'embedded'; readonly folder: string; readonly snapshot?: string | undefined }
  | { readonly kind: 'embedded-memory'; readonly snapshot?: string | undefined }
  | { readonly kind: 'postgres'; readonly url: string };

export interface StoreOptions extends StoreParts {
  readonly database: DatabaseOptions;
}

/**
 * Opens the store and brings its tables up to date. A process that only reads claims no chain; the first write does.
 *
 * @example
 * const keys = await openKeys('./data/keys');
 * const store = await openStore({ database: { kind: 'embedded', folder: './data/db' }, keys });
 * await store.records.append({ records: [record] });
 * await store.close();
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options.database);
  try {
    // A worker thread that has ended does not come back.
    const reconnectMs = options.database.kind === 'postgres' ? options.reconnectMs : 0;
    return await createStore(database, { ...options, reconnectMs });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A database without a store on it. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.kind === 'postgres') return Promise.resolve(openPostgres(options.url));
  return openEmbedded({ folder: options.kind === 'embedded' ? options.folder : null, snapshot: options.snapshot });
}
