import { z } from 'zod';
import { Decision } from './decision.js';
import { ApiKeyId, CaseId, GenerationId, StepId, TenantId, VerdictId } from './ids.js';

/** Who can be on a ladder: an account, an address (IPv6 by /64), an API key; a lockdown is about a whole tenant. */
export const SubjectKind = z.enum(['account', 'address', 'key', 'tenant']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** The steps that a ladder has, from mild to grave. */
export const LADDER_STEPS = ['warn', 'slow', 'hold', 'suspend'] as const;
export const LadderStep = z.enum(LADDER_STEPS);
export type LadderStep = z.infer<typeof LadderStep>;

/** `review` asks a person to look and changes nothing by itself; `lockdown` holds for everybody of a tenant. */
export const ConductStepName = z.enum([...LADDER_STEPS, 'review', 'lockdown']);
export type ConductStepName = z.infer<typeof ConductStepName>;

/** A subject under its keyed pseudonym. `before` is the one under the key before, for as long as a rotation overlaps. */
export const SubjectName = z.object({ value: z.string(), keyId: z.string(), before: z.string().optional() });
export type SubjectName = z.infer<typeof SubjectName>;

/** What a verdict leaves against who asked. Ids, pseudonyms and weights, never content. */
export const Strike = z.object({
  verdict: VerdictId,
  generation: GenerationId,
  tenant: TenantId,
  at: z.number().int(),
  decision: Decision.extract(['hold', 'refuse']),
  weight: z.number().int().min(1).max(100),
  /** About child safety: nothing that an account can see may depend on it. */
  isSilent: z.boolean(),
  /** The gravest rule that decided. */
  rule: z.string(),
  key: ApiKeyId,
  account: SubjectName.nullable(),
  address: SubjectName.nullable(),
  /** Keyed pseudonym of the address range: IPv4 by /24, IPv6 by /48. */
  range: z.string().nullable(),
  /** Keyed hash that near-same prompts are likely to share. */
  likeness: z.string().nullable(),
});
export type Strike = z.infer<typeof Strike>;

/** A step that somebody is, or was, on. */
export const ConductStep = z.object({
  id: StepId,
  tenant: TenantId,
  kind: SubjectKind,
  subject: z.string(),
  subjectKey: z.string().nullable(),
  before: z.string().nullable(),
  step: ConductStepName,
  /** Nothing that the account sees may tell of it. */
  isSilent: z.boolean(),
  /** The verdict that led to it. */
  verdict: VerdictId,
  /** Where a person can lift it. */
  case: CaseId.nullable(),
  /** The rules of the strikes that led to it. */
  rules: z.array(z.string()),
  startedAt: z.number().int(),
  /** When it ends by itself. */
  until: z.number().int(),
  liftedAt: z.number().int().nullable(),
  /** Grows with every change of any step, so that other processes can follow. */
  revision: z.number().int(),
});
export type ConductStep = z.infer<typeof ConductStep>;

/** The same attack from several accounts. */
export const Campaign = z.object({
  tenant: TenantId,
  /** What its refusals have in common beside the rule: near-same content, or an address range. */
  by: z.enum(['content', 'range']),
  rule: z.string(),
  firstAt: z.number().int(),
  lastAt: z.number().int(),
  /** Distinct accounts; where none is named, addresses or keys. */
  accounts: z.number().int(),
  verdicts: z.number().int(),
  /** Of its verdicts, 0 to 1; the others were held. */
  refusedShare: z.number().min(0).max(1),
});
export type Campaign = z.infer<typeof Campaign>;
