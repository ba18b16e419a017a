import type { Signal } from '@tyrian/contracts';

export type Within = 'generation' | 'content' | number;

type Groups = readonly (readonly number[])[];

/**
 * Keeps of each group what has a companion in every other group near enough; undefined where a group ends up empty.
 * A signal that stands in several groups is its own companion. Takes time in proportion to n log n, since whoever
 * writes the text decides how many signals there are.
 */
export function companions(groups: Groups, signals: readonly Signal[], within: Within): Groups | undefined {
  if (groups.some((group) => group.length === 0)) return undefined;
  if (within === 'generation' || groups.length < 2) return groups;
  const reaches = groups.map((group) => reachOf(group, signals, within));
  const kept = groups.map((group, own) =>
    group.filter((index) => reaches.every((near, other) => other === own || near(signals[index] as Signal))),
  );
  return kept.some((group) => group.length === 0) ? undefined : kept;
}

/** Tells whether any signal of a group stands near a given one. */
type IsNear = (signal: Signal) => boolean;

function reachOf(group: readonly number[], signals: readonly Signal[], within: 'content' | number): IsNear {
  if (within === 'content') {
    const contents = new Set(group.map((index) => contentOf(signals[index] as Signal)));
    return (signal) => contents.has(contentOf(signal));
  }
  const byContent = new Map<string, Extent[]>();
  for (const index of group) {
    const signal = signals[index] as Signal;
    const extents = byContent.get(contentOf(signal)) ?? [];
    extents.push(...extentsOf(signal));
    byContent.set(contentOf(signal), extents);
  }
  const reaches = new Map([...byContent].map(([content, extents]) => [content, sorted(extents)]));
  return (signal) => {
    const reach = reaches.get(contentOf(signal));
    return reach !== undefined && extentsOf(signal).some((extent) => touches(reach, extent, within));
  };
}

/** A string inside the JSON of a content (`arguments#0`) belongs to that content. */
function contentOf({ place, stage }: Signal): string {
  const inner = place.indexOf('#');
  return `${stage} ${inner < 0 ? place : place.slice(0, inner)}`;
}

type Extent = readonly [start: number, end: number];

/** At most so many spans of one signal are looked at one by one; one with more counts as all between its ends. */
const SPANS_MAX = 64;

/** Where an inner string stands in the JSON around it is not known, so that it counts as everywhere in it. */
function extentsOf({ place, spans }: Signal): readonly Extent[] {
  if (place.includes('#')) return [[0, Number.POSITIVE_INFINITY]];
  if (spans.length <= SPANS_MAX) return spans;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const [start, end] of spans) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  return [[from, to]];
}

/** Extents by their start, with the furthest end of all up to each. */
interface Reach {
  readonly starts: readonly number[];
  readonly furthest: readonly number[];
}

function sorted(extents: Extent[]): Reach {
  extents.sort((a, b) => a[0] - b[0]);
  let end = 0;
  return {
    starts: extents.map(([start]) => start),
    furthest: extents.map((extent) => (end = Math.max(end, extent[1]))),
  };
}

/** Whether any extent begins no further than `within` behind this one, and ends no further before it. */
function touches({ starts, furthest }: Reach, [start, end]: Extent, within: number): boolean {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= end + within) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (furthest[low - 1] ?? 0) >= start - within;
}
