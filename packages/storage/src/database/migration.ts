import type { Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** A step forward of the schema. There is no way back: a released migration is never edited. */
export interface Migration {
  /** Its file's name; names sort by time. */
  readonly name: string;
  apply(trx: Transaction<Tables>): Promise<void>;
}
