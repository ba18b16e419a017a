import { AppealOutcome, type NewEvidence, NoticeOutcome, newId, type VerdictId } from '@tyrian/contracts';
import { z } from 'zod';
import type { NoticePorts } from './ports.js';

export const DAY_MS = 24 * 3_600_000;

const Milliseconds = z.number().int();

/** What whoever gave a notice or appealed gets. The code is shown once: only its hash is kept. */
export const Receipt = z.object({
  id: z.string(),
  code: z.string().describe('Opens the status together with the id; shown this once'),
  receivedAt: Milliseconds,
  dueAt: Milliseconds.nullable().describe('By when there is to be an outcome'),
});
export type Receipt = z.infer<typeof Receipt>;

/** How a notice stands, for whoever has its code. */
export const NoticeStanding = z.object({
  id: z.string(),
  status: z.enum(['open', 'decided']),
  receivedAt: Milliseconds,
  decidedAt: Milliseconds.nullable(),
  outcome: NoticeOutcome.nullable(),
  statement: z.string().nullable(),
  appealUntil: Milliseconds.nullable(),
});
export type NoticeStanding = z.infer<typeof NoticeStanding>;

export const AppealStanding = NoticeStanding.omit({ appealUntil: true }).extend({ outcome: AppealOutcome.nullable() });
export type AppealStanding = z.infer<typeof AppealStanding>;

/** What was said, on its way into the vault: under the id of the notice or appeal, which is no verdict's. */
export function sealedWords(
  { evidenceDays }: Pick<NoticePorts, 'evidenceDays'>,
  { id, tenant, at, content }: { id: string; tenant: NewEvidence['tenant']; at: number; content: object },
): NewEvidence {
  return {
    id: newId('evidence', at),
    tenant,
    kind: 'notice',
    verdict: id as VerdictId,
    at,
    expiresAt: at + evidenceDays * DAY_MS,
    content,
  };
}
