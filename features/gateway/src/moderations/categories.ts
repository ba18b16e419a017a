import type { Audience, Hazard, MaturityAxis, MaturityDegree, Policy, Signal } from '@tyrian/contracts';

interface CategorySource {
  /** Any of these hazards counts. */
  readonly hazards?: readonly Hazard[];
  /** Or this axis of maturity, from this degree on. */
  readonly axis?: readonly [MaturityAxis, MaturityDegree];
  /** And only together with this hazard. */
  readonly with?: Hazard;
  /** OpenAI scores these on images too. */
  readonly images?: true;
}

/** What their categories are in our words. Where ours are coarser, several of theirs share a source. */
export const CATEGORIES = {
  harassment: { hazards: ['S5'], axis: ['hate', 1] },
  'harassment/threatening': { hazards: ['S5'], axis: ['hate', 1], with: 'S1' },
  hate: { hazards: ['S10'], axis: ['hate', 2] },
  'hate/threatening': { hazards: ['S10'], axis: ['hate', 2], with: 'S1' },
  illicit: { hazards: ['S1', 'S2', 'S9'] },
  'illicit/violent': { hazards: ['S1', 'S9'] },
  'self-harm': { hazards: ['S11'], axis: ['self-harm', 1], images: true },
  'self-harm/intent': { hazards: ['S11'], images: true },
  'self-harm/instructions': { hazards: ['S11'], axis: ['self-harm', 3], images: true },
  sexual: { hazards: ['S3', 'S12'], axis: ['sexual', 2], images: true },
  'sexual/minors': { hazards: ['S4'] },
  violence: { hazards: ['S1'], axis: ['violence', 1], images: true },
  'violence/graphic': { axis: ['violence', 3], images: true },
} as const satisfies Record<string, CategorySource>;

export type Category = keyof typeof CATEGORIES;
export const CATEGORY_NAMES = Object.keys(CATEGORIES) as Category[];

/** 0 to 1: the highest score among the category's sources. */
export function scoreCategory(category: Category, signals: readonly Signal[]): number {
  const source: CategorySource = CATEGORIES[category];
  let score = 0;
  let together = 0;
  for (const signal of signals) {
    const isHazard = signal.kind === 'hazard' && source.hazards?.includes(signal.name);
    const isAxis = signal.kind === 'maturity' && signal.name === source.axis?.[0] && signal.degree >= source.axis[1];
    if (isHazard || isAxis) score = Math.max(score, signal.score);
    if (signal.kind === 'hazard' && signal.name === source.with) together = Math.max(together, signal.score);
  }
  return source.with === undefined ? score : Math.min(score, together);
}

/** The hazards that a category stands for, in the policy's words. */
export function hazardsOf(category: Category): readonly Hazard[] {
  const source: CategorySource = CATEGORIES[category];
  return source.hazards ?? [];
}

/** The score from which a category is flagged for an audience: the lowest band among its hazards that counts there. */
export function flagFrom(category: Category, policy: Policy, audience: Audience): number {
  const { bands, strictness, unknownAudience } = policy;
  const band =
    strictness[audience === 'unknown' ? unknownAudience : audience] === 'strict' ? 'controversial' : 'unsafe';
  const own = hazardsOf(category).map((hazard) => (bands[hazard] ?? bands.default)[band]);
  return Math.min(...own, bands.default[band]);
}
