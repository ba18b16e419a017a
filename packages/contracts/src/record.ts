import { z } from 'zod';
import { RecordId, TenantId } from './ids.js';

/** Who or what a record is about, as a keyed pseudonym; `keyId` names the key, so that it can be rotated. */
export const Pseudonym = z.object({ value: z.string(), keyId: z.string() });
export type Pseudonym = z.infer<typeof Pseudonym>;

/** What happened. One table, one `type`. */
export const RECORD_TYPES = [
  'generation.input',
  'generation.output',
  'request.rejected',
  'upstream.failed',
  'policy.loaded',
  'policy.activated',
  'policy.promoted',
  'policy.rolled-back',
  'policy.proposed',
  'lexicon.activated',
  'lexicon.removed',
  'allow.added',
  'allow.removed',
  'switch.changed',
  'guard.added',
  'guard.removed',
  'key.created',
  'key.revoked',
  'key.rotated',
  'secret.rotated',
  'mcp.tool-changed',
  'case.opened',
  'case.decided',
  'case.expired',
  'case.undone',
  'case.escalated',
  'case.moved',
  'feedback.given',
  'conduct.stepped',
  'conduct.lifted',
  'campaign.grown',
  'lockdown.started',
  'lockdown.ended',
  'evidence.opened',
  'evidence.expired',
  'case.erased',
  'record.erased',
  'person.exported',
  'person.erased',
  'legal-hold.set',
  'legal-hold.ended',
  'legal-request.added',
  'legal-request.exported',
  'legal-request.overdue',
  'legal-request.closed',
  'member.added',
  'member.changed',
  'member.disabled',
  'session.opened',
  'session.ended',
  'sign-in.refused',
  'notice.received',
  'notice.decided',
  'notice.reopened',
  'appeal.received',
  'appeal.decided',
  'clock.warned',
  'clock.overdue',
  'backup.created',
  'backup.restored',
  'database.moved',
] as const;
export const RecordType = z.enum(RECORD_TYPES);
export type RecordType = z.infer<typeof RecordType>;

/** A record before it is chained. `payload` must hold no content in clear: ids, scores, offsets, codes. */
export interface NewRecord {
  readonly id: RecordId;
  readonly type: RecordType;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tenant: TenantId;
  readonly subject?: Pseudonym | undefined;
  readonly payload: object;
}

/** An entry of a writer's chain. `payload` and `salt` are null once erased; the chain still verifies. */
export const ChainedRecord = z.object({
  writer: z.string(),
  /** 1 for the first entry of a writer, then without a gap. */
  seq: z.number().int().positive(),
  id: RecordId,
  type: RecordType,
  at: z.number().int(),
  tenant: TenantId,
  subject: Pseudonym.nullable(),
  /** Hex of 32 bytes: the hash of the entry before, zeros for the first. */
  previous: z.string(),
  /** Hex of HMAC-SHA-256(salt, payload). */
  commitment: z.string(),
  /** Hex of SHA-256 over everything above. */
  hash: z.string(),
  salt: z.string().nullable(),
  /** The exact JSON text that the commitment covers. */
  payload: z.string().nullable(),
});
export type ChainedRecord = z.infer<typeof ChainedRecord>;

/** A record without its chain. */
export type ScannedRecord = Pick<ChainedRecord, 'id' | 'type' | 'at' | 'tenant' | 'subject' | 'payload'>;

/** The head of one writer's chain. */
export const ChainHead = z.object({ writer: z.string(), seq: z.number().int().nonnegative(), hash: z.string() });
export type ChainHead = z.infer<typeof ChainHead>;

/** What a checkpoint signs: every writer's head, and the checkpoint before. */
export const CheckpointBody = z.object({
  schemaVersion: z.literal(1),
  number: z.number().int().positive(),
  at: z.number().int(),
  /** Hex of SHA-256 of the body before this one, as signed; zeros for the first. */
  previous: z.string(),
  heads: z.array(ChainHead),
});
export type CheckpointBody = z.infer<typeof CheckpointBody>;

/** A signed checkpoint as it is exported. `body` is the exact JSON text that was signed with Ed25519. */
export const Checkpoint = z.object({
  body: z.string(),
  signature: z.string().describe('base64url'),
  keyId: z.string(),
  publicKey: z.string().describe('SPKI, PEM'),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** What `audit verify` found wrong at one place. */
export const AuditFault = z.object({
  kind: z.enum(['changed', 'missing', 'reordered', 'forged-checkpoint', 'checkpoint-mismatch']),
  writer: z.string().optional(),
  seq: z.number().int().optional(),
  message: z.string(),
});
export type AuditFault = z.infer<typeof AuditFault>;

export const AuditReport = z.object({
  intact: z.boolean(),
  records: z.number().int(),
  erased: z.number().int(),
  writers: z.number().int(),
  checkpoints: z.number().int(),
  /** Entries after the last checkpoint: chained, but nobody outside could vouch for them yet. */
  uncheckpointed: z.number().int(),
  faults: z.array(AuditFault),
  /** More faults than are listed. */
  faultsTruncated: z.boolean(),
});
export type AuditReport = z.infer<typeof AuditReport>;
