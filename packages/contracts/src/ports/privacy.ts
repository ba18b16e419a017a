import type { EvidenceSummary } from '../evidence.js';
import type { EvidenceId, LegalHoldId, LegalRequestId, RecordId, TenantId } from '../ids.js';
import type { LegalHold, LegalRequest, PersonNames } from '../legal.js';
import type { RecordType, ScannedRecord } from '../record.js';

/** Records of some types whose payload goes when they are older. */
export interface ExpiryRule {
  readonly name: string;
  readonly types: readonly RecordType[];
  /** Those made before then, in milliseconds since 1970. */
  readonly before: number;
  readonly why: string;
}

export interface Expired {
  readonly records: number;
  readonly cases: number;
  readonly holds: number;
}

/** What is kept of a person. */
export interface PersonHoldings {
  readonly records: number;
  /** Emptied: the time and the pseudonym are left. */
  readonly tombstones: number;
  readonly strikes: number;
  readonly steps: number;
  readonly opinions: number;
  /** Whether a hold keeps strikes, steps and opinions. */
  readonly held: boolean;
}

export interface PersonPage {
  readonly names: PersonNames;
  /** Behind this record. */
  readonly after: string;
  readonly limit: number;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

export interface ErasurePage extends PersonPage {
  /** Says what the law wants kept, by a record and, where it is an opinion, the judgement that it is about. Pure. */
  readonly mustStay: (record: ScannedRecord, judgement?: ScannedRecord) => boolean;
}

/** Why something of a person is not erased. */
export type Spared = 'legal-hold' | 'open-case' | 'legal-duty';

export interface ErasedPage {
  readonly records: number;
  readonly evidence: number;
  readonly cases: number;
  readonly spared: Readonly<Record<Spared, number>>;
  /** Where the next page begins; null after the last. */
  readonly next: RecordId | null;
}

/** A strike, or a step, as a person may be told of it. */
export interface StandingRow {
  readonly id: string;
  readonly at: number;
  readonly until: number | null;
  readonly what: string;
  readonly rules: readonly string[];
}

/** What stands in the database under a person's pseudonyms. */
export interface People {
  count(names: PersonNames): Promise<PersonHoldings>;
  /** Oldest first, with payload; those of an account stand under it, of an address or key only what names it. */
  records(page: PersonPage): Promise<readonly ScannedRecord[]>;
  /** What was sealed with these records and is the person's. */
  evidence(names: PersonNames, records: readonly ScannedRecord[]): Promise<readonly EvidenceSummary[]>;
  /** The judgement that each opinion among these is about, by the opinion's id. */
  judgements(records: readonly ScannedRecord[]): Promise<ReadonlyMap<RecordId, ScannedRecord>>;
  /** Opens evidence for a request or for the person; who and what for goes into the record in the same transaction. */
  openEvidence(id: EvidenceId, view: { readonly by: string; readonly purpose: string }): Promise<object>;
  cases(tenant: TenantId, records: readonly ScannedRecord[]): Promise<readonly PersonCase[]>;
  /** Never those about child safety. */
  strikes(names: PersonNames): Promise<readonly StandingRow[]>;
  steps(names: PersonNames): Promise<readonly StandingRow[]>;
  /** What `erasePage` would do now. */
  planPage(page: ErasurePage): Promise<ErasedPage>;
  /** Erases one page of records with what is sealed and decided about them, in one transaction. */
  erasePage(page: ErasurePage & { readonly why: string }): Promise<ErasedPage>;
  /** Erases strikes, ended steps and opinions, never those about child safety, and puts the whole erasure on record. */
  finishErasure(
    names: PersonNames,
    about: { readonly by: string; readonly why: string; readonly counts: Readonly<Record<string, number>> },
  ): Promise<{ readonly strikes: number; readonly steps: number; readonly opinions: number; readonly held: boolean }>;
}

export interface PersonCase {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly verdict: string;
  readonly decision: string | null;
  readonly openedAt: number;
  readonly decidedAt: number | null;
}

/** Legal holds and the register of legal requests; every change with its record in one transaction. */
export interface LegalRegister {
  setHold(hold: LegalHold): Promise<void>;
  /** Rejects with NOT_FOUND where there is none that stands. */
  endHold(id: LegalHoldId, by: string): Promise<LegalHold>;
  holds(query: { readonly standing: boolean; readonly limit: number }): Promise<readonly LegalHold[]>;
  addRequest(request: LegalRequest): Promise<void>;
  findRequest(id: LegalRequestId): Promise<LegalRequest | undefined>;
  /** Open ones by due date, then closed ones. */
  requests(limit: number): Promise<readonly LegalRequest[]>;
  closeRequest(id: LegalRequestId, closing: { readonly by: string; readonly outcome: string }): Promise<LegalRequest>;
  /** Puts on record that something was handed out, or shown to the person. */
  note(
    type: Extract<RecordType, 'legal-request.exported' | 'person.exported'>,
    tenant: TenantId,
    payload: object,
  ): Promise<void>;
  /** Raises an alarm, once, for each open request that is overdue; returns how many. */
  alarmOverdue(now: number): Promise<number>;
}

/** Erases what is older than its time, but for what is on legal hold. */
export interface RetentionStore {
  expire(expiry: {
    readonly rules: readonly ExpiryRule[];
    readonly casesBefore: number;
    readonly now: number;
  }): Promise<Expired>;
}
