import { z } from 'zod';

/** The prefixes that Tyrian's ids carry, so that a person can tell what an id names. */
const ID_PREFIXES = {
  generation: 'gen',
  verdict: 'vrd',
  record: 'rec',
  evidence: 'evd',
  case: 'cas',
  apiKey: 'key',
  feedback: 'fbk',
  step: 'stp',
  legalHold: 'hld',
  legalRequest: 'req',
  member: 'mem',
  session: 'ses',
  notice: 'ntc',
  appeal: 'apl',
  caseEvent: 'cev',
  batch: 'bat',
  clock: 'clk',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

export const GenerationId = z.string().brand<'GenerationId'>();
export type GenerationId = z.infer<typeof GenerationId>;
export const VerdictId = z.string().brand<'VerdictId'>();
export type VerdictId = z.infer<typeof VerdictId>;
export const RecordId = z.string().brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;
export const EvidenceId = z.string().brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof EvidenceId>;
export const CaseId = z.string().brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;
export const ApiKeyId = z.string().brand<'ApiKeyId'>();
export type ApiKeyId = z.infer<typeof ApiKeyId>;
export const FeedbackId = z.string().brand<'FeedbackId'>();
export type FeedbackId = z.infer<typeof FeedbackId>;
export const StepId = z.string().brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;
export const LegalHoldId = z.string().brand<'LegalHoldId'>();
export type LegalHoldId = z.infer<typeof LegalHoldId>;
export const LegalRequestId = z.string().brand<'LegalRequestId'>();
export type LegalRequestId = z.infer<typeof LegalRequestId>;
export const MemberId = z.string().brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;
export const SessionId = z.string().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
export const NoticeId = z.string().brand<'NoticeId'>();
export type NoticeId = z.infer<typeof NoticeId>;
export const AppealId = z.string().brand<'AppealId'>();
export type AppealId = z.infer<typeof AppealId>;
export const CaseEventId = z.string().brand<'CaseEventId'>();
export type CaseEventId = z.infer<typeof CaseEventId>;
/** Names decisions that were made at once. */
export const BatchId = z.string().brand<'BatchId'>();
export type BatchId = z.infer<typeof BatchId>;
export const ClockId = z.string().brand<'ClockId'>();
export type ClockId = z.infer<typeof ClockId>;
export const TenantId = z.string().min(1).max(64).brand<'TenantId'>();
export type TenantId = z.infer<typeof TenantId>;

/** The tenant of records about the installation itself. */
export const SYSTEM_TENANT = TenantId.parse('system');

interface Ids {
  generation: GenerationId;
  verdict: VerdictId;
  record: RecordId;
  evidence: EvidenceId;
  case: CaseId;
  apiKey: ApiKeyId;
  feedback: FeedbackId;
  step: StepId;
  legalHold: LegalHoldId;
  legalRequest: LegalRequestId;
  member: MemberId;
  session: SessionId;
  notice: NoticeId;
  appeal: AppealId;
  caseEvent: CaseEventId;
  batch: BatchId;
  clock: ClockId;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_CHARACTERS = 16;
const TIME_CHARACTERS = 9;
const POOL = new Uint8Array(RANDOM_CHARACTERS * 256);
let poolPosition = POOL.length;

/** 16 characters of 5 random bits; drawn from the system in blocks, since one call per id is dear. */
function randomPart(): string {
  if (poolPosition === POOL.length) {
    globalThis.crypto.getRandomValues(POOL);
    poolPosition = 0;
  }
  let out = '';
  for (let i = 0; i < RANDOM_CHARACTERS; i++) out += ALPHABET[(POOL[poolPosition++] as number) & 31];
  return out;
}

/** 9 characters of milliseconds since 1970, so that ids sort by the time they were made. */
function timePart(ms: number): string {
  let out = '';
  for (let rest = ms, i = 0; i < TIME_CHARACTERS; i++, rest = Math.floor(rest / 32)) out = ALPHABET[rest % 32] + out;
  return out;
}

/** What every id of this kind that was made at this time or later is not below: ids begin with their time. */
export function idFloor(kind: IdKind, ms: number): string {
  return `${ID_PREFIXES[kind]}_${timePart(Math.max(0, ms))}`;
}

/** When an id was made, in milliseconds since 1970; undefined for what is no id of this kind. */
export function timeOfId(kind: IdKind, id: string): number | undefined {
  const prefix = `${ID_PREFIXES[kind]}_`;
  if (!id.startsWith(prefix) || id.length !== prefix.length + TIME_CHARACTERS + RANDOM_CHARACTERS) return undefined;
  const digits = [...id.slice(prefix.length)].map((character) => ALPHABET.indexOf(character));
  if (digits.includes(-1)) return undefined;
  return digits.slice(0, TIME_CHARACTERS).reduce((ms, digit) => ms * 32 + digit, 0);
}

/**
 * Makes an id: prefix, time, 80 random bits.
 *
 * @example
 * newId('verdict'); // 'vrd_01k9y3m2q' + 16 random characters
 */
export function newId<Kind extends IdKind>(kind: Kind, now: number = Date.now()): Ids[Kind] {
  return `${ID_PREFIXES[kind]}_${timePart(now)}${randomPart()}` as Ids[Kind];
}
