import type { Policy, Verdict } from '@tyrian/contracts';
import type { Reading } from '../fields/reading.js';
import { CATEGORIES, CATEGORY_NAMES, type Category, flagFrom, scoreCategory } from './categories.js';

export interface ModerationResult {
  readonly flagged: boolean;
  readonly categories: Record<Category, boolean>;
  readonly category_scores: Record<Category, number>;
  readonly category_applied_input_types: Record<Category, ('text' | 'image')[]>;
}

/** One result of the moderations API, from the signals of one verdict. */
export function moderationResult(verdict: Verdict, reading: Reading, bands: Policy['bands']): ModerationResult {
  const scores = CATEGORY_NAMES.map((name) => [name, scoreCategory(name, verdict.signals)] as const);
  const categories = scores.map(([name, score]) => [name, score > 0 && score >= flagFrom(name, bands)] as const);
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

/** An image that nothing could look at was not an input to any category. */
function isImageScanned(verdict: Verdict, reading: Reading): boolean {
  const images = new Set(reading.contents.flatMap((content) => (content.modality === 'image' ? [content.place] : [])));
  return verdict.coverage.some((one) => one.status === 'scanned' && images.has(one.place));
}
