import { z } from 'zod';
import { EvidenceId, TenantId, VerdictId } from './ids.js';
import type { Pseudonym } from './record.js';

export const EvidenceKind = z.enum(['refusal', 'hold', 'notice', 'bank-match', 'sample', 'feedback']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** What is sealed: the content itself and who sent it, as JSON. */
export interface NewEvidence {
  readonly id: EvidenceId;
  readonly tenant: TenantId;
  readonly kind: EvidenceKind;
  readonly verdict: VerdictId;
  readonly at: number;
  /** Never before the appeal window of the decision has passed. */
  readonly expiresAt: number;
  readonly jurisdiction?: string | undefined;
  /** Whose it is, so that they can ask for it. */
  readonly subject?: Pseudonym | undefined;
  readonly content: object;
}

/** What can be known about evidence without opening it. */
export const EvidenceSummary = z.object({
  id: EvidenceId,
  tenant: TenantId,
  kind: EvidenceKind,
  verdict: VerdictId,
  at: z.number().int(),
  expiresAt: z.number().int(),
  /** Whether a hold keeps it now. */
  legalHold: z.boolean(),
  jurisdiction: z.string().nullable(),
  keyId: z.string(),
  bytes: z.number().int(),
});
export type EvidenceSummary = z.infer<typeof EvidenceSummary>;
