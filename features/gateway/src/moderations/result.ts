import type { Policy, Verdict } from '@tyrian/contracts';
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
  const hasImage = isImageScanned(verdict, reading);
  const types = CATEGORY_NAMES.map((name) => {
    const takesImages = 'images' in CATEGORIES[name];
    return [name, [...(hasText ? ['text'] : []), ...(hasImage && takesImages ? ['image'] : [])]] as const;
  });
  return {
    flagged: categories.some(([, isFlagged]) => isFlagged),
    categories: Object.fromEntries(categories) as ModerationResult['categories'],
    category_scores: Object.fromEntries(scores) as ModerationResult['category_scores'],
    category_applied_input_types: Object.fromEntries(types) as ModerationResult['category_applied_input_types'],
  };
}

/** What was seen, and what a rule composed of several signals, such as a minor beside something sexual. */
function categoryScore(category: Category, verdict: Verdict): number {
  const composed = verdict.reasons
    .filter(({ subject, decision }) => decision !== 'allow' && hazardsOf(category).some((hazard) => hazard === subject))
    .flatMap(({ signals }) => signals.map((index) => verdict.signals[index]?.score ?? 0));
  return Math.max(scoreCategory(category, verdict.signals), ...composed);
}

/** An image that nothing could look at was not an input to any category. */
function isImageScanned(verdict: Verdict, reading: Reading): boolean {
  const images = new Set(reading.contents.flatMap((content) => (content.modality === 'image' ? [content.place] : [])));
  return verdict.coverage.some((one) => one.status === 'scanned' && images.has(one.place));
}
