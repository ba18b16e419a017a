/** What the worker is started with. */
export interface WorkerStart {
  /** The folder of the database; null keeps it in memory. */
  readonly folder: string | null;
  /** A tar, gzipped or not, from which a database that is not there yet is made. */
  readonly snapshot: string | null;
  /** Statements to run now and then, since a PGlite has no background processes. */
  readonly upkeep: readonly string[];
}

export type Parameter = string | number | boolean | Uint8Array | null;
export type Row = Record<string, unknown>;

export type WorkerRequest =
  | { readonly kind: 'query'; readonly id: number; readonly sql: string; readonly parameters: readonly Parameter[] }
  | { readonly kind: 'dump'; readonly id: number; readonly compression: 'gzip' | 'none' }
  | { readonly kind: 'copy'; readonly id: number; readonly folder: string }
  | { readonly kind: 'close'; readonly id: number };

export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: Row[]; readonly affected: number }
  | { readonly kind: 'dump'; readonly id: number; readonly tar: Uint8Array }
  | { readonly kind: 'copied'; readonly id: number }
  | { readonly kind: 'closed'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly code: string | null };

/** Stands before a statement that comes often and always in the same words. */
export const PREPARED = '/* prepared */ ';

/** Whether a statement asks to stay planned. */
export function isPrepared(sql: string): boolean {
  return sql.startsWith(PREPARED);
}
