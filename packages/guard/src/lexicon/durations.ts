import { gapEnd, gapStart } from './gaps.js';
import type { Hits } from './hits.js';
import type { AgeTable } from './table.js';

/** "15 years ago" and "for 15 years", in the languages that say an age with a bare "years". */
export function isDuration({ durations }: AgeTable, hits: Hits, text: string, start: number, end: number): boolean {
  const before = hits.lastBefore(durations, start);
  if (before >= 0 && hits.end(durations, before) >= gapStart(text, start)) return true;
  const behind = hits.firstFrom(durations, end);
  return behind >= 0 && hits.start(durations, behind) <= gapEnd(text, end);
}
