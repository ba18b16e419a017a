import { z } from 'zod';

export const MATURITY_AXES = ['sexual', 'violence', 'hate', 'self-harm', 'drugs'] as const;
export const MaturityAxis = z.enum(MATURITY_AXES);
export type MaturityAxis = z.infer<typeof MaturityAxis>;

/** 0 none, 1 suggestive or mild, 2 strong, 3 explicit, 4 extreme. */
export const MaturityDegree = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type MaturityDegree = z.infer<typeof MaturityDegree>;

export const MATURITY_LEVELS = ['general', 'teen', 'mature', 'explicit'] as const;
export const MaturityLevel = z.enum(MATURITY_LEVELS);
export type MaturityLevel = z.infer<typeof MaturityLevel>;

export const Maturity = z.object({
  sexual: MaturityDegree,
  violence: MaturityDegree,
  hate: MaturityDegree,
  'self-harm': MaturityDegree,
  drugs: MaturityDegree,
  level: MaturityLevel,
});
export type Maturity = z.infer<typeof Maturity>;

const LEVEL_OF_DEGREE = ['general', 'teen', 'mature', 'explicit', 'explicit'] as const;

/** The level that the highest axis gives: 0 general, 1 teen, 2 mature, 3 and 4 explicit. */
export function levelOfDegree(degree: MaturityDegree): MaturityLevel {
  return LEVEL_OF_DEGREE[degree];
}

/** What other systems call a level; sexual axis only in theirs, the highest axis in ours. */
export const MATURITY_NAMES = {
  general: { civitai: 'PG', danbooru: 'g', pony: 'rating_safe' },
  teen: { civitai: 'PG13', danbooru: 's', pony: 'rating_safe' },
  mature: { civitai: 'R', danbooru: 'q', pony: 'rating_questionable' },
  explicit: { civitai: 'X', danbooru: 'e', pony: 'rating_explicit' },
} as const satisfies Record<MaturityLevel, { civitai: string; danbooru: string; pony: string }>;
