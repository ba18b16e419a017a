import type { Appeal, Notice } from '@tyrian/contracts';
import type { ColumnType, Generated } from 'kysely';
import type { Json } from './json-column.js';

interface MattersTable {
  id: string;
  tenant: string;
  case_id: string;
  verdict: string | null;
  evidence: string;
  language: string;
  received_at: number;
  reporter: string | null;
  child_safety: boolean;
  priority: number;
  code_hash: string;
  status: Generated<'open' | 'decided'>;
  decided_by: string | null;
  decided_at: number | null;
  reason: string | null;
  statement: string | null;
}

export interface NoticesTable extends MattersTable {
  kind: Notice['kind'];
  jurisdiction: Notice['jurisdiction'];
  model: string | null;
  copies: number;
  linked: Json<string[]>;
  flagger: string | null;
  unfounded: Generated<boolean>;
  /** Names of those who decided it before. */
  not_by: ColumnType<string[], string | undefined, string>;
  outcome: Notice['outcome'];
}

export interface NoticeCopiesTable {
  /** Keyed hash of the SHA-256 of a file. */
  copy: string;
  notice: string;
}

export interface AppealsTable extends MattersTable {
  notice: string | null;
  judged: string | null;
  fingerprint: string;
  /** Names of those who decided before what it is against. */
  not_by: Json<string[]>;
  outcome: Appeal['outcome'];
}

export interface ClocksTable {
  id: string;
  tenant: string;
  case_id: string;
  /** Notice or appeal. */
  about: string;
  /** What was judged of it must stay while the clock runs. */
  verdict: string | null;
  duty: string;
  started_at: number;
  due_at: number;
  /** When it warns, in order; the last is when it is due. */
  marks: Json<number[]>;
  warnings: Generated<number>;
  next_at: number | null;
  stopped_at: number | null;
}
