import { z } from 'zod';
import { CaseId, EvidenceId, TenantId, VerdictId } from './ids.js';

export const CaseStatus = z.enum(['open', 'decided', 'expired']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/**
 * What a person decides: of something held `release` or `refuse`, of somebody's conduct `lift` or `uphold`, of a notice
 * `remove`, `restrict`, `reject` or `forward`, of an appeal `reverse` or `uphold`.
 */
export const CaseDecision = z.enum([
  'release',
  'refuse',
  'lift',
  'uphold',
  'remove',
  'restrict',
  'reject',
  'forward',
  'reverse',
]);
export type CaseDecision = z.infer<typeof CaseDecision>;

/** A matter that a person decides. It holds no content: that is in the vault, opened only through the case. */
export const Case = z.object({
  id: CaseId,
  tenant: TenantId,
  kind: z.enum(['hold', 'conduct', 'notice', 'appeal']),
  status: CaseStatus,
  /** The verdict that it is about; of a notice or an appeal that itself, under its own id. */
  verdict: VerdictId,
  evidence: EvidenceId.nullable(),
  /** Keyed hash of what was held: the same content by the same account is let through after a release. */
  fingerprint: z.string(),
  /** Rules that asked for a person. */
  rules: z.array(z.string()),
  openedAt: z.number().int(),
  expiresAt: z.number().int(),
  decision: CaseDecision.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().int().nullable(),
  note: z.string().nullable(),
  /** Nobody outside is told of it. */
  quiet: z.literal(true).optional(),
});
export type Case = z.infer<typeof Case>;
