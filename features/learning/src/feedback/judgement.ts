import { type Decision, type FeedbackSays, GenerationRecord, Hazard } from '@tyrian/contracts';
import type { z } from 'zod';

/** What of the record of a verdict says how it was decided. */
export const Judgement: z.ZodType<Judgement> = GenerationRecord.pick({
  verdict: true,
  generation: true,
  stage: true,
  decision: true,
  judged: true,
  policy: true,
  reasons: true,
});
export type Judgement = Pick<
  GenerationRecord,
  'verdict' | 'generation' | 'stage' | 'decision' | 'judged' | 'policy' | 'reasons'
>;

/** The rules that made the decision, before a release or a cap changed it; none where no rule minded. */
export function decidingRules({ decision, judged = decision, reasons }: Judgement): readonly string[] {
  const deciding = reasons.filter((reason) => reason.enforced && reason.decision === judged);
  return [...new Set(deciding.map(({ rule }) => rule))];
}

/** What the deciding rules are about. */
export function subjectsOf({ decision, judged = decision, reasons }: Judgement) {
  const deciding = reasons.filter((reason) => reason.enforced && reason.decision === judged);
  const hazards = deciding.flatMap(({ subject }) => Hazard.safeParse(subject).data ?? []);
  const isChildSafety = reasons.some(
    ({ enforced, decision: said, subject }) => enforced && said !== 'allow' && subject === 'S4',
  );
  return { hazards: [...new Set(hazards)], isChildSafety };
}

/** By what was done, never by what a policy that only watches would have done: that is not the reporter's to find out. */
const FITS: Record<FeedbackSays, readonly Decision[]> = {
  'wrong-refusal': ['refuse', 'hold', 'repair'],
  'wrong-pass': ['allow'],
  'wrong-rating': ['allow', 'repair', 'hold', 'refuse'],
};

export function isFitting(says: FeedbackSays, { decision }: Judgement): boolean {
  return FITS[says].includes(decision);
}
