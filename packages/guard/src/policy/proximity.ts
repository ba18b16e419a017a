import type { Signal } from '@tyrian/contracts';

export type Within = 'generation' | 'content' | number;

/** Characters between two signals at one place; 0 where they touch or overlap, infinite where they stand apart. */
function distance(a: Signal, b: Signal): number {
  if (a.place !== b.place || a.stage !== b.stage) return Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [startA, endA] of a.spans) {
    for (const [startB, endB] of b.spans) {
      nearest = Math.min(nearest, Math.max(0, startB - endA, startA - endB));
    }
  }
  return nearest;
}

function isNear(a: Signal, b: Signal, within: Within): boolean {
  if (within === 'generation') return true;
  if (within === 'content') return a.place === b.place && a.stage === b.stage;
  return distance(a, b) <= within;
}

/**
 * Keeps of each group what has a companion in every other group near enough; undefined where a group ends up empty.
 * A signal that stands in several groups is its own companion.
 */
export function companions(
  groups: readonly (readonly number[])[],
  signals: readonly Signal[],
  within: Within,
): readonly (readonly number[])[] | undefined {
  if (groups.some((group) => group.length === 0)) return undefined;
  if (within === 'generation' || groups.length < 2) return groups;
  const near = (a: number, b: number) => isNear(signals[a] as Signal, signals[b] as Signal, within);
  const kept = groups.map((group, g) =>
    group.filter((a) => groups.every((other, o) => o === g || other.some((b) => near(a, b)))),
  );
  return kept.some((group) => group.length === 0) ? undefined : kept;
}
