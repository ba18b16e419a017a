const GAP_MAX = 3;
/** Spaces, hyphens, underscore, colons, equals sign, and what a number may be wrapped in. */
const GAPS = new Set([...' -_:=(\u00a0\u2010\u2011\u202f\u3000：（'].map((one) => one.charCodeAt(0)));

function isGapUnit(unit: number): boolean {
  return GAPS.has(unit);
}

/** Where the gap before a place begins. */
export function gapStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < GAP_MAX && isGapUnit(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the gap behind a place ends. */
export function gapEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < GAP_MAX && isGapUnit(text.charCodeAt(end))) end++;
  return end;
}
