import type { Activation, NewActivation } from '../activation.js';
import type { ApiKey } from '../api-key.js';
import type { ViewKind } from '../case.js';
import type { Campaign, ConductStep, ConductStepName, Strike, SubjectKind } from '../conduct.js';
import type { Event } from '../events.js';
import type { EvidenceKind, EvidenceSummary, NewEvidence } from '../evidence.js';
import type { FeedbackCount, FeedbackRecord } from '../feedback.js';
import type { Hazard } from '../hazards.js';
import type { ApiKeyId, CaseId, EvidenceId, FeedbackId, GenerationId, RecordId, TenantId, VerdictId } from '../ids.js';
import type { Policy } from '../policy.js';
import type {
  AuditReport,
  ChainedRecord,
  Checkpoint,
  NewRecord,
  Pseudonym,
  RecordType,
  ScannedRecord,
} from '../record.js';
import type { Cases } from './cases.js';
import type { Deliveries } from './deliveries.js';
import type { MemberStore } from './members.js';
import type { Appeals, DutyClocks, Notices } from './notices.js';
import type { LegalRegister, People, RetentionStore } from './privacy.js';
import type { Traffic } from './traffic.js';

/** What must become durable together, or not at all. */
export interface Commit {
  readonly records?: readonly NewRecord[];
  readonly evidence?: readonly NewEvidence[];
  readonly events?: readonly Event[];
  readonly strikes?: readonly Strike[];
}

export interface RecordQuery {
  readonly type?: RecordType | undefined;
  readonly tenant?: TenantId;
  /** The pseudonym's value. */
  readonly subject?: string | undefined;
  /** Older than this one. */
  readonly before?: RecordId;
  readonly limit: number;
}

export interface RecordScan {
  readonly types: readonly RecordType[];
  readonly tenant?: TenantId | undefined;
  /** Milliseconds since 1970; from `since` on, up to but not with `until`. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Records read at a time; 500 unless given. */
  readonly batch?: number | undefined;
}

/** The append-only, hash-chained table of what happened. */
export interface Records {
  /**
   * Chains and stores a commit. Resolves once it is in the database: what was waiting meanwhile goes into one
   * transaction. Rejects with OVERLOADED when the queue is full, and with DATABASE_UNAVAILABLE when it cannot be stored.
   */
  append(commit: Commit): Promise<void>;
  /** Newest first. */
  list(query: RecordQuery): Promise<readonly ChainedRecord[]>;
  find(id: RecordId): Promise<ChainedRecord | undefined>;
  /** The record that a door left of a verdict of this tenant; undefined also for another tenant's. */
  findVerdict(tenant: TenantId, verdict: VerdictId): Promise<ScannedRecord | undefined>;
  /** The records that a door left of a generation, input before output, as far as they came within two minutes. */
  findGeneration(tenant: TenantId, generation: GenerationId): Promise<readonly ScannedRecord[]>;
  /** Oldest first, in batches, in constant memory however many there are. */
  scan(query: RecordScan): AsyncIterable<readonly ScannedRecord[]>;
  /** Deletes payload and salt; the tombstone still verifies, and a `record.erased` entry says that and why. */
  erase(ids: readonly RecordId[], why: string): Promise<number>;
}

/** Signed checkpoints over all chains. */
export interface Audit {
  /** Signs every writer's head; undefined when nothing was written since the last checkpoint. */
  checkpoint(): Promise<Checkpoint | undefined>;
  latest(): Promise<Checkpoint | undefined>;
  /** Walks every chain; `witness` is a checkpoint that somebody outside has kept. */
  verify(witness?: Checkpoint, signal?: AbortSignal): Promise<AuditReport>;
}

/** Sealed evidence. */
export interface Vault {
  find(id: EvidenceId): Promise<EvidenceSummary | undefined>;
  /** The first that was sealed for a verdict, of these kinds. */
  findByVerdict(
    tenant: TenantId,
    verdict: VerdictId,
    kinds: readonly EvidenceKind[],
  ): Promise<EvidenceSummary | undefined>;
  /** Opens evidence for a case; who and why goes into the record in the same transaction. */
  open(id: EvidenceId, view: { readonly case: CaseId; readonly by: string; readonly view: ViewKind }): Promise<object>;
  /** Destroys what has expired and is not on legal hold; returns how many. */
  expire(now: number): Promise<number>;
}

export interface ApiKeys {
  insert(key: ApiKey): Promise<void>;
  /** By the hash of its secret, or of the secret before the last rotation, however long ago that was. */
  findByHash(hash: string): Promise<ApiKey | undefined>;
  find(id: ApiKeyId): Promise<ApiKey | undefined>;
  list(): Promise<readonly ApiKey[]>;
  /** Returns undefined when there is no such key; revoking twice keeps the first time. */
  revoke(id: ApiKeyId, at: number): Promise<ApiKey | undefined>;
  /** A new secret for the same key, the old one counts until `until`; undefined where there is no such key in use. */
  rotate(
    id: ApiKeyId,
    secret: { readonly hash: string; readonly hint: string; readonly at: number; readonly until: number },
  ): Promise<ApiKey | undefined>;
}

/** What a key has used in a minute or a day. */
export interface KeyUse {
  readonly key: ApiKeyId;
  readonly window: 'minute' | 'day';
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly requests: number;
  readonly characters: number;
}

/** What keys have used, counted together by all machines of one database. */
export interface KeyUsages {
  /** Adds what one machine has counted, each key and window once; returns what all have counted of the same. */
  add(uses: readonly KeyUse[]): Promise<readonly KeyUse[]>;
  /**
   * Notes how many streams of these keys are open on a machine, and returns how many are on others that were heard of
   * within `freshMs`.
   */
  noteStreams(
    machine: string,
    open: readonly { readonly key: ApiKeyId; readonly open: number }[],
    freshMs: number,
  ): Promise<ReadonlyMap<ApiKeyId, number>>;
  /** Deletes windows that started, and machines that were last heard of, before then. */
  forget(before: number): Promise<void>;
}

/** What at a model server belongs to whom, known on all machines and after a restart. Names are keyed hashes. */
export interface Belongings {
  /** Again: as it is now, and until then. */
  add(name: string, what: object, until: number): Promise<void>;
  /** As it was added; undefined where it is over. */
  find(name: string): Promise<unknown>;
  remove(name: string): Promise<void>;
}

/** Events wait here until every handler has taken them; delivery is at least once. */
export interface Outbox {
  /** Claims up to `limit` due events, hands each to `handle`, and deletes those that it took; returns how many. */
  deliver(limit: number, handle: (event: Event) => Promise<void>): Promise<number>;
  /** Called whenever an event has been committed by this process. */
  onCommitted(listener: () => void): void;
  pending(): Promise<number>;
}

/** Policies by hash, so that a record's policy can always be read again. */
export interface Policies {
  save(hash: string, policy: Policy): Promise<void>;
  find(hash: string): Promise<Policy | undefined>;
  /** The JSON that was saved, so that its hash can be checked. */
  json(hash: string): Promise<string | undefined>;
  /** When it was first saved. */
  savedAt(hash: string): Promise<number | undefined>;
}

export interface ActivationQuery {
  /** Null: only what holds for all tenants. */
  readonly tenant?: TenantId | null | undefined;
  readonly kind?: Activation['change']['kind'] | undefined;
  readonly limit: number;
}

/** What is in force: a history that only grows, of which the last entry for a tenant and a key counts. */
export interface Activations {
  /** The highest revision; 0 where nothing was ever activated. */
  revision(): Promise<number>;
  /** The last entry of each tenant and key, oldest first, and the revision that they make together. */
  current(): Promise<{ readonly revision: number; readonly entries: readonly Activation[] }>;
  /** Newest first. */
  history(query: ActivationQuery): Promise<readonly Activation[]>;
  /** Adds to the history, with what the change brings and its record, in one transaction. */
  activate(change: NewActivation): Promise<Activation>;
  /** The YAML of a lexicon by its hash. */
  lexicon(hash: string): Promise<string | undefined>;
}

/** An opinion about a verdict, as it comes in. */
export interface NewFeedback {
  readonly tenant: TenantId;
  readonly at: number;
  /** Who says it: a pseudonym, or the key where no account was named. One opinion each stands about a verdict. */
  readonly reporter: string;
  readonly subject?: Pseudonym | undefined;
  readonly record: Omit<FeedbackRecord, 'replaces' | 'evidence'>;
  readonly evidence?: NewEvidence | undefined;
  /** What the verdict is about, for whoever looks at it again. */
  readonly about: {
    readonly isChildSafety: boolean;
    readonly hazards: readonly Hazard[];
    /** The pseudonym of the account that was judged. */
    readonly subject: string | undefined;
  };
  /** Whether the evidence holds the text that it is about, not only a note. */
  readonly hasText: boolean;
}

export interface KeptFeedback {
  readonly id: FeedbackId;
  /** Whether this reporter has given the text that it is about, now or before. */
  readonly hasText: boolean;
}

export interface FeedbackQuery {
  readonly tenant?: TenantId | undefined;
  /** When the verdicts were given, in milliseconds since 1970; from `since` on, up to but not with `until`. */
  readonly since: number;
  readonly until: number;
}

/** What people say about verdicts. */
export interface Feedbacks {
  /**
   * Keeps an opinion with its record and its evidence in one transaction. The same said again changes nothing, but for
   * text or a note that was not there; another opinion takes the place of the last one, whose record stays. When three
   * call a refusal wrong, that is told as an event.
   */
  give(feedback: NewFeedback): Promise<KeptFeedback>;
  /** Of the opinions that stand, the most first. */
  count(query: FeedbackQuery): Promise<readonly FeedbackCount[]>;
}

/** Work that one process at a time does, of all those that share the database. */
export interface Shifts {
  /**
   * Runs `work` unless somebody is at work of that name; says whether it ran. When a process is killed at it, the next one
   * that asks takes over, so work must be such that it can begin anew.
   */
  take(name: string, work: () => Promise<unknown>): Promise<boolean>;
}

/** One subject of a strike, with what it did before. */
export interface ConductHistory {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly subjectKey: string | null;
  readonly before: string | null;
  /** Oldest first; none from before a person last lifted a step, of those about child safety or of the others. */
  readonly strikes: readonly Pick<Strike, 'at' | 'weight' | 'isSilent' | 'generation' | 'verdict' | 'rule'>[];
  /** When a person last lifted a step that was not about child safety. */
  readonly liftedAt: number | null;
  /** Those that neither a person nor time has ended. */
  readonly steps: readonly ConductStep[];
}

/** A step to be taken; one that is there already is lengthened. */
export interface NewConductStep {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly subjectKey: string | null;
  readonly before: string | null;
  readonly step: ConductStepName;
  readonly isSilent: boolean;
  readonly until: number;
  readonly rules: readonly string[];
  readonly opensCase: boolean;
}

export interface ConductWindow {
  /** Strikes from then on, in milliseconds since 1970. */
  readonly since: number;
  /** From when on like strikes make a campaign. */
  readonly campaignSince: number;
  /** With so many accounts a campaign is told as an event, once a day. */
  readonly campaignAccounts: number;
  readonly now: number;
}

export interface CampaignQuery {
  readonly tenant?: TenantId | undefined;
  readonly since: number;
  readonly limit: number;
}

/** Strikes, and the steps that they have led to. */
export interface ConductStore {
  /**
   * Looks at the ladders of who a verdict struck, one process after another, and takes the steps that `judge` wants, with
   * their records and events in one transaction. `campaigns` are those that the verdict belongs to. `judge` must be pure.
   */
  settle(
    verdict: VerdictId,
    window: ConductWindow,
    judge: (histories: readonly ConductHistory[], campaigns: readonly Campaign[]) => readonly NewConductStep[],
  ): Promise<readonly ConductStep[]>;
  /** Verdicts that left a strike since then, oldest first of the newest. */
  struckSince(since: number, limit: number): Promise<readonly VerdictId[]>;
  /** Steps that changed after this revision, oldest change first; from 0 on only those that have not ended. */
  changes(after: number, now: number, limit: number): Promise<readonly ConductStep[]>;
  /** Newest first, those with two accounts or more. */
  campaigns(query: CampaignQuery): Promise<readonly Campaign[]>;
  /** Records the end of lockdowns whose time is over; returns how many. */
  endLockdowns(now: number): Promise<number>;
  /** Deletes strikes and ended steps from before; returns how many. */
  forget(before: number): Promise<number>;
}

export interface Store {
  readonly records: Records;
  readonly audit: Audit;
  readonly vault: Vault;
  readonly cases: Cases;
  readonly apiKeys: ApiKeys;
  readonly keyUsages: KeyUsages;
  readonly belongings: Belongings;
  readonly members: MemberStore;
  readonly outbox: Outbox;
  readonly deliveries: Deliveries;
  readonly policies: Policies;
  readonly activations: Activations;
  readonly feedback: Feedbacks;
  readonly conduct: ConductStore;
  readonly shifts: Shifts;
  readonly retention: RetentionStore;
  readonly people: People;
  readonly legal: LegalRegister;
  readonly traffic: Traffic;
  readonly notices: Notices;
  readonly appeals: Appeals;
  readonly clocks: DutyClocks;
  /** Throws KEYS_DIFFER or KEYS_MISSING unless this process has the keys that the database was written with. */
  matchKeys(): Promise<void>;
  /** Copies an embedded database as it is at this moment into a folder that is not there yet; false on PostgreSQL. */
  copyTo(folder: string): Promise<boolean>;
  /** Which database this is, for people: `embedded (PGlite 0.5.16)` or `PostgreSQL 15.20`. */
  describe(): Promise<string>;
  close(): Promise<void>;
}
