import type { MemberRole, SealedSecret, Session } from '@tyrian/contracts';
import type { Json, JsonOrNull } from './json-column.js';

export interface MembersTable {
  id: string;
  name: string;
  /** By which it is found, whatever its case. */
  name_key: string;
  roles: Json<MemberRole[]>;
  tenant: string | null;
  accepts_child_safety: boolean;
  languages: Json<string[]>;
  created_at: number;
  disabled_at: number | null;
  password: string | null;
  codes: JsonOrNull<SealedSecret>;
  codes_begun: JsonOrNull<SealedSecret>;
  /** The last step of one-time codes that counted. */
  codes_step: number;
  /** Hashes. */
  recovery: Json<string[]>;
}

export interface SessionsTable {
  id: string;
  hash: string;
  member: string;
  stage: Session['stage'];
  opened_at: number;
  seen_at: number;
  confirmed_at: number;
  ends_at: number;
}

export interface InvitationsTable {
  hash: string;
  /** Null: for the first member of all. */
  member: string | null;
  until: number;
}

export interface SignInAttemptsTable {
  subject: string;
  tries: number;
  last_at: number;
  /** No try counts before then. */
  next_at: number;
}
