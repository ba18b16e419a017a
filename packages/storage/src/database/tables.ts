import type {
  ActivationChange,
  ApiKey,
  Case,
  CaseEvent,
  ConductStepName,
  EvidenceSummary,
  FeedbackRecord,
  KeyUse,
  LegalRequest,
  LegalScope,
  RecordType,
  Settlement,
  Strike,
  SubjectKind,
} from '@tyrian/contracts';

import type { ColumnType, Generated, Selectable } from 'kysely';

import type { Json } from './json-column.js';
import type { InvitationsTable, MembersTable, SessionsTable, SignInAttemptsTable } from './member-tables.js';
import type { AppealsTable, ClocksTable, NoticeCopiesTable, NoticesTable } from './notice-tables.js';

interface RecordsTable {
  writer: string;
  seq: number;
  id: string;
  type: RecordType;
  at: number;
  tenant: string;
  subject: string | null;
  subject_key: string | null;
  previous: Uint8Array;
  commitment: Uint8Array;
  hash: Uint8Array;
  salt: Uint8Array | null;
  payload: string | null;
  /** The `record.erased` entry that says why salt and payload are gone. A pointer only: the chain does not cover it. */
  erased_by: string | null;
}

interface WritersTable {
  number: number;
  name: string;
  seq: number;
  hash: Uint8Array;
}

interface CheckpointsTable {
  number: number;
  body: string;
  signature: string;
  key_id: string;
  public_key: string;
}

interface EvidenceTable {
  id: string;
  tenant: string;
  kind: EvidenceSummary['kind'];
  verdict: string;
  at: number;
  expires_at: number;
  legal_hold: Generated<boolean>;
  jurisdiction: string | null;
  /** Null: of nobody in particular, or sealed before this was kept. */
  subject: Generated<string | null>;
  key_id: string;
  wrapped_key: Uint8Array;
  sealed: Uint8Array;
}

interface CasesTable {
  id: string;
  tenant: string;
  kind: Case['kind'];
  status: Case['status'];
  verdict: string;
  evidence: string | null;
  fingerprint: string;
  rules: Json<string[]>;
  opened_at: number;
  expires_at: number;
  decision: Case['decision'];
  decided_by: string | null;
  decided_at: number | null;
  note: string | null;
  quiet: Generated<boolean>;
  queue: Generated<string>;
  priority: Generated<number>;
  language: string | null;
  cluster: string | null;
  child_safety: Generated<boolean>;
  subject: string | null;
  lease_by: string | null;
  lease_until: number | null;
  escalated_by: string | null;
  escalated_at: number | null;
  escalated_why: string | null;
  due_at: number | null;
  rule: string | null;
  statement: string | null;
  batch: string | null;
  /** What an undo would bring back. */
  undo: Json<TakenBack> | null;
  /** The most urgent first: 100 less the priority. */
  urgency: ColumnType<number, never, never>;
  /** The earlier of what is due and the end. */
  urgent_at: ColumnType<number, never, never>;
}

/** What a decision took away. */
export interface TakenBack {
  readonly strikes: readonly Selectable<StrikesTable>[];
  /** Ids of steps. */
  readonly steps: readonly string[];
}

interface CaseEventsTable {
  id: string;
  case_id: string;
  tenant: string;
  type: CaseEvent['type'];
  at: number;
  by_whom: string | null;
  details: Json<CaseEvent['details']>;
}

interface ApiKeysTable {
  id: string;
  tenant: string;
  name: string;
  hash: string;
  hint: string;
  audience: ApiKey['audience'];
  refusal: ApiKey['refusal'];
  policy: string | null;
  upstream: string | null;
  dialect: ApiKey['dialect'];
  budget: Json<ApiKey['budget']>;
  claimed: ApiKey['claimed'];
  expires_at: number | null;
  created_at: number;
  revoked_at: number | null;
  /** Null, as `previous_until` is, before the first rotation. */
  previous_hash: string | null;
  previous_until: number | null;
}

interface KeyUsageTable {
  key: string;
  span: KeyUse['window'];
  starts_at: number;
  requests: number;
  characters: number;
}

interface KeyStreamsTable {
  key: string;
  machine: string;
  open: number;
  /** When the machine last said so, by the clock of the database. */
  seen_at: number;
}

interface OutboxTable {
  id: Generated<number>;
  /** What it is about, mostly a verdict: events about the same are delivered in the order in which they were committed. */
  verdict: string;
  event: Json<unknown>;
  attempts: Generated<number>;
  due_at: number;
  /** Code or name of the error of the last handler that failed; never its message. */
  last_error: string | null;
}

interface DeliveriesTable {
  endpoint: string;
  /** The id of the event. */
  id: string;
  event: Json<unknown>;
  state: Settlement['state'];
  attempts: Generated<number>;
  since: number;
  due_at: number;
  /** When it was delivered or given up. */
  ended_at: number | null;
  last_code: string | null;
}

interface EndpointsTable {
  name: string;
  /** Nobody else has a turn before then. */
  turn_at: number;
  off_at: number | null;
}

interface PoliciesTable {
  hash: string;
  policy: string;
  saved_at: number;
}

interface ActivationsTable {
  revision: number;
  /** Empty: for all tenants. */
  tenant: string;
  key: string;
  kind: ActivationChange['kind'];
  change: Json<unknown>;
  at: number;
  by_whom: string;
  note: string | null;
}

interface LexiconsTable {
  hash: string;
  yaml: string;
  saved_at: number;
}

interface FeedbackTable {
  tenant: string;
  verdict: string;
  by_whom: FeedbackRecord['by'];
  /** A pseudonym, or the key where no account was named. */
  reporter: string;
  id: string;
  /** The record that says it. */
  record: string;
  says: FeedbackRecord['says'];
  rating: string | null;
  rules: Json<string[]>;
  policy_id: string;
  policy_version: string;
  judged_at: number;
  at: number;
  /** The last that was sealed with it. */
  evidence: string | null;
  has_text: boolean;
}

interface StrikesTable {
  verdict: string;
  generation: string;
  tenant: string;
  at: number;
  decision: Strike['decision'];
  weight: number;
  is_silent: boolean;
  rule: string;
  key: string;
  account: string | null;
  account_key: string | null;
  /** Under the key before, where a rotation overlaps. */
  account_before: string | null;
  address: string | null;
  address_key: string | null;
  address_before: string | null;
  range: string | null;
  likeness: string | null;
}

interface ConductStepsTable {
  id: string;
  tenant: string;
  kind: SubjectKind;
  subject: string;
  subject_key: string | null;
  before: string | null;
  step: ConductStepName;
  is_silent: boolean;
  verdict: string;
  case_id: string | null;
  rules: Json<string[]>;
  started_at: number;
  until: number;
  lifted_at: number | null;
  /** When its end was recorded; only of lockdowns. */
  ended_at: number | null;
  revision: number;
}

interface HoldPlacesTable {
  verdict: string;
  tenant: string;
  at: number;
}

interface KeyMarksTable {
  id: string;
  mark: string;
}

interface LegalHoldsTable {
  id: string;
  tenant: string;
  scope: Json<LegalScope>;
  reason: string;
  by_whom: string;
  set_at: number;
  until: number;
  ended_at: number | null;
  ended_by: string | null;
  request: string | null;
}

interface LegalRequestsTable {
  id: string;
  kind: LegalRequest['kind'];
  authority: string;
  basis: string;
  reference: string | null;
  jurisdiction: string;
  tenant: string;
  scope: Json<LegalScope>;
  content: boolean;
  received_at: number;
  due_at: number;
  added_by: string;
  overdue_at: number | null;
  closed_at: number | null;
  closed_by: string | null;
  outcome: string | null;
}

interface RetentionMarksTable {
  rule: string;
  /** All records up to this one have been looked at. */
  upto: string;
}

interface BelongingsTable {
  /** Keyed hash of whose it is and what it is called. */
  name: string;
  what: Json<object>;
  until: number;
}

interface MigrationsTable {
  name: string;
  applied_at: number;
}

interface TrafficTable {
  at: number;
  tenant: string;
  stage: string;
  decision: string;
  verdicts: number;
  failed: number;
  took_ms: number;
  slowest_ms: number;
}

interface TrafficMarkTable {
  single: Generated<true>;
  upto: string;
}

export interface Tables {
  records: RecordsTable;
  writers: WritersTable;
  checkpoints: CheckpointsTable;
  evidence: EvidenceTable;
  cases: CasesTable;
  case_events: CaseEventsTable;
  api_keys: ApiKeysTable;
  key_usage: KeyUsageTable;
  key_streams: KeyStreamsTable;
  outbox: OutboxTable;
  deliveries: DeliveriesTable;
  endpoints: EndpointsTable;
  policies: PoliciesTable;
  activations: ActivationsTable;
  lexicons: LexiconsTable;
  feedback: FeedbackTable;
  strikes: StrikesTable;
  conduct_steps: ConductStepsTable;
  hold_places: HoldPlacesTable;
  key_marks: KeyMarksTable;
  legal_holds: LegalHoldsTable;
  legal_requests: LegalRequestsTable;
  retention_marks: RetentionMarksTable;
  belongings: BelongingsTable;
  members: MembersTable;
  sessions: SessionsTable;
  invitations: InvitationsTable;
  sign_in_attempts: SignInAttemptsTable;
  migrations: MigrationsTable;
  notices: NoticesTable;
  notice_copies: NoticeCopiesTable;
  appeals: AppealsTable;
  clocks: ClocksTable;
  traffic: TrafficTable;
  traffic_mark: TrafficMarkTable;
}
