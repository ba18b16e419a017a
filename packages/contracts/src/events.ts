import { z } from 'zod';
import { ConductStepName, SubjectKind } from './conduct.js';
import { CaseId, EvidenceId, TenantId, VerdictId } from './ids.js';

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
  /** A verdict has left a strike: the ladders of who asked are to be looked at. */
  z.object({ type: z.literal('verdict.struck'), tenant: TenantId, verdict: VerdictId, at: z.number().int() }),
  /** Somebody is on a step that a person may lift. */
  z.object({
    type: z.literal('conduct.stepped'),
    tenant: TenantId,
    verdict: VerdictId,
    case: CaseId,
    kind: SubjectKind,
    step: ConductStepName,
    rules: z.array(z.string()),
    at: z.number().int(),
    until: z.number().int(),
  }),
  /** Something that somebody on duty wants to know at once. */
  z.object({
    type: z.literal('alarm.raised'),
    tenant: TenantId,
    /** A stable code, such as `campaign` or `lockdown`. */
    alarm: z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/),
    at: z.number().int(),
    ids: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];
