import { errors, type Policy, type Verdict } from '@tyrian/contracts';
import type { Reading } from '../fields/reading.js';
import { CATEGORIES, CATEGORY_NAMES, type Category, flagFrom, hazardsOf, scoreCategory } from './categories.js';

export interface ModerationResult {
  readonly flagged: boolean;
  readonly categories: Record<Category, boolean>;
  readonly category_scores: Record<Category, number>;
  readonly category_applied_input_types: Record<Category, ('text' | 'image')[]>;
}

/** One result of the moderations API, from one verdict. */
export function moderationResult(verdict: Verdict, reading: Reading, policy: Policy): ModerationResult {
  const scores = CATEGORY_NAMES.map((name) => [name, categoryScore(name, verdict)] as const);
  const categories = scores.map(
    ([name, score]) => [name, score > 0 && score >= flagFrom(name, policy, verdict.audience)] as const,
  );
  const hasText = reading.contents.some((content) => content.modality === 'text');
  const hasImage = reading.contents.some((content) => content.modality === 'image');
  const types = CATEGORY_NAMES.map((name) => {
    const takesImages = 'images' in CATEGORIES[name];
    return [name, [...(hasText ? ['text'] : []), ...(hasImage && takesImages ? ['image'] : [])]] as const;
  });
  return {
    // Also for what has no category of theirs, such as prompt injection.
    flagged: isProposed(verdict) || categories.some(([, isFlagged]) => isFlagged),
    categories: Object.fromEntries(categories) as ModerationResult['categories'],
    category_scores: Object.fromEntries(scores) as ModerationResult['category_scores'],
    category_applied_input_types: Object.fromEntries(types) as ModerationResult['category_applied_input_types'],
  };
}

function isProposed({ proposed }: Verdict): boolean {
  return proposed === 'hold' || proposed === 'refuse';
}

/** What was seen, and what a rule composed of several signals, such as a minor beside something sexual. */
function categoryScore(category: Category, verdict: Verdict): number {
  let score = scoreCategory(category, verdict.signals);
  for (const { subject, decision, signals } of verdict.reasons) {
    if (decision === 'allow' || !hazardsOf(category).some((hazard) => hazard === subject)) continue;
    for (const index of signals) score = Math.max(score, verdict.signals[index]?.score ?? 0);
  }
  return score;
}

/** No result where there is none: "not flagged" would say that somebody had looked. */
export function scannedResult(verdict: Verdict, reading: Reading, policy: Policy): ModerationResult {
  const failed = verdict.coverage.find((one) => one.status === 'failed');
  if (failed) throw errors.DETECTOR_FAILED([failed.detector]);
  const scanned = new Set(verdict.coverage.flatMap((one) => (one.status === 'scanned' ? [one.place] : [])));
  const unseen = reading.contents.find(({ modality, place }) => modality !== 'text' && !scanned.has(place));
  if (unseen) {
    const problem = 'is an image, and no detector here can look at images';
    throw errors.FIELD_INVALID([unseen.place, problem], { param: unseen.place });
  }
  return moderationResult(verdict, reading, policy);
}
