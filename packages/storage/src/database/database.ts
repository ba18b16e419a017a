import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** One connection for as long as it lives: what is locked on it stays locked. */
export interface Session {
  readonly db: Kysely<Tables>;
  /** True once the connection is gone, and with it every lock. */
  isLost(): boolean;
  /** Never rejects: a session is closed also when its connection is broken. */
  close(): Promise<void>;
}

/** What both engines offer. */
export interface Database {
  /** For reads, and for statements that stand alone. */
  readonly db: Kysely<Tables>;
  openSession(): Promise<Session>;
  /** Only of an embedded database: copies it as it is at this moment. */
  copyTo?(folder: string): Promise<void>;
  describe(): Promise<string>;
  close(): Promise<void>;
}
