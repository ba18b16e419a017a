/** Something seen in one reading of a text: `[start, end)` of that reading. */
export interface Sight {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Of sights that overlap the surest one, and the longest of those that are as sure. */
export function surest(sights: Sight[]): Sight[] {
  if (sights.length < 2) return sights;
  const kept: Sight[] = [];
  for (const sight of sights.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || sight.start >= last.end) kept.push(sight);
    else if (isBetter(sight, last)) kept[kept.length - 1] = sight;
  }
  return kept;
}

function isBetter(one: Sight, other: Sight): boolean {
  return one.score > other.score || (one.score === other.score && one.end - one.start > other.end - other.start);
}
