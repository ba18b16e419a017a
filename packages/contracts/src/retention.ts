import { z } from 'zod';
import type { EvidenceKind } from './evidence.js';
import type { RecordType } from './record.js';

/** For so long at least a user can appeal, unless the operator says otherwise; no evidence of it goes before. */
const APPEAL_DAYS = 180;

const Days = z.number().int().min(1).max(3_650);
const Why = z.string().min(1).max(300);

/** The payloads of records that go after a time, each kind for a purpose. What is in none of these stays. */
export const RECORD_KINDS = ['judgements', 'failures', 'feedback', 'cases', 'sessions'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const RECORD_TYPES_OF: Record<RecordKind, readonly RecordType[]> = {
  judgements: ['generation.input', 'generation.output'],
  failures: ['request.rejected', 'upstream.failed'],
  feedback: ['feedback.given'],
  cases: [
    'case.opened',
    'case.decided',
    'case.expired',
    'case.undone',
    'case.escalated',
    'case.moved',
    'notice.received',
    'notice.decided',
    'notice.reopened',
    'appeal.received',
    'appeal.decided',
    'clock.warned',
    'clock.overdue',
    'conduct.stepped',
    'conduct.lifted',
    'campaign.grown',
    'lockdown.started',
    'lockdown.ended',
    'evidence.opened',
    'evidence.expired',
  ],
  sessions: ['session.opened', 'session.ended', 'sign-in.refused'],
};

/** How long what is kept, in days, and why, where the operator's purpose is another than ours. */
export const Retention = z
  .strictObject({
    appeal: Days.default(APPEAL_DAYS),
    judgements: Days.default(365),
    failures: Days.default(90),
    feedback: Days.default(730),
    cases: Days.default(1_095),
    sessions: Days.default(365),
    evidence: z
      .strictObject({
        refusal: Days.default(APPEAL_DAYS),
        hold: Days.default(APPEAL_DAYS),
        notice: Days.default(365),
        'bank-match': Days.default(365),
        sample: Days.default(30),
        feedback: Days.default(APPEAL_DAYS),
      } satisfies Record<EvidenceKind, z.ZodType>)
      .prefault({}),
    why: z.partialRecord(z.enum([...RECORD_KINDS, 'evidence', 'conduct']), Why).default({}),
  })
  .superRefine(({ appeal, judgements, evidence }, context) => {
    const complain = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const kind of ['refusal', 'hold', 'notice', 'bank-match'] as const)
      if (evidence[kind] < appeal)
        complain(['evidence', kind], `must not be shorter than the time to appeal, ${appeal} days`);
    // Erasure and legal requests find evidence through the record of its verdict.
    if (judgements < Math.max(...Object.values(evidence)))
      complain(['judgements'], 'must not be shorter than the longest kept evidence');
  });
export type Retention = z.infer<typeof Retention>;
