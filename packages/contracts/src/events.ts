import { z } from 'zod';
import { EvidenceId, TenantId, VerdictId } from './ids.js';

/** What happened, told to other features through the outbox. Ids only, never content. */
export const Event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('verdict.held'),
    tenant: TenantId,
    verdict: VerdictId,
    evidence: EvidenceId.nullable(),
    fingerprint: z.string(),
    rules: z.array(z.string()),
    heldAt: z.number().int(),
    expiresAt: z.number().int(),
  }),
]);
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];
