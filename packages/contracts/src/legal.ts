import { z } from 'zod';
import { LegalHoldId, LegalRequestId, TenantId, VerdictId } from './ids.js';

const Milliseconds = z.number().int();
const Text = z.string().min(1).max(500);

/** Whom something is about: what one of them is called, as the operator knows it. */
export const PersonKind = z.enum(['account', 'address', 'key']);
export type PersonKind = z.infer<typeof PersonKind>;

/** A person as they stand in the database: the pseudonyms of every key that is still held. A key stands by its id. */
export const PersonNames = z.object({
  tenant: TenantId,
  kind: PersonKind,
  names: z.array(z.string().max(512)).min(1).max(1_000),
});
export type PersonNames = z.infer<typeof PersonNames>;

/** What a hold or a request is about. Nothing of it is an identity: people stand under their pseudonyms. */
export const LegalScope = z
  .object({
    tenant: TenantId,
    person: PersonNames.nullable(),
    verdicts: z.array(VerdictId).max(1_000),
    /** Of what happened from then on, and up to then; null: without a bound. */
    since: Milliseconds.nullable(),
    until: Milliseconds.nullable(),
  })
  .refine(
    ({ person, verdicts, since, until }) => person !== null || verdicts.length > 0 || (since ?? until) !== null,
    'names neither a person nor verdicts nor a time',
  );
export type LegalScope = z.infer<typeof LegalScope>;

/** While it stands nothing in its scope is erased or expires. */
export const LegalHold = z.object({
  id: LegalHoldId,
  scope: LegalScope,
  reason: Text,
  by: z.string(),
  setAt: Milliseconds,
  /** It ends by itself then. */
  until: Milliseconds,
  endedAt: Milliseconds.nullable(),
  endedBy: z.string().nullable(),
  /** The request that it was set for. */
  request: LegalRequestId.nullable(),
});
export type LegalHold = z.infer<typeof LegalHold>;

export const LegalRequestKind = z.enum(['preservation', 'production', 'emergency', 'erasure', 'access']);
export type LegalRequestKind = z.infer<typeof LegalRequestKind>;

/** What somebody with a right to ask has asked for, and what became of it. */
export const LegalRequest = z.object({
  id: LegalRequestId,
  kind: LegalRequestKind,
  authority: Text,
  basis: Text,
  reference: z.string().max(200).nullable(),
  jurisdiction: z.string().max(20),
  scope: LegalScope,
  /** Whether it asks for what was said, not only for what was measured. */
  content: z.boolean(),
  receivedAt: Milliseconds,
  dueAt: Milliseconds,
  addedBy: z.string(),
  /** When an alarm said that it is overdue. */
  overdueAt: Milliseconds.nullable(),
  closedAt: Milliseconds.nullable(),
  closedBy: z.string().nullable(),
  outcome: Text.nullable(),
});
export type LegalRequest = z.infer<typeof LegalRequest>;
