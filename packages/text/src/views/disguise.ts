import type { Span, View } from '@tyrian/contracts';

/** Case, width and what is left out are no disguise by themselves: many honest texts have them. */
const PLAIN = new Set(['raw', 'folded']);

/**
 * What was undone to make a view, in order, without what is no disguise. None for a view that any reader has.
 *
 * @example
 * disguisesOf('folded+base64+leet'); // ['base64', 'leet']
 */
export function disguisesOf(viewName: string): string[] {
  return viewName.split('+').filter((step) => !PLAIN.has(step));
}

/** The pieces of the original that read differently in a view, in order: how much was disguised, and where. */
export function disguisedSpans(text: string, { text: seen, map, ends }: View): Span[] {
  if (map === undefined || ends === undefined) return [];
  const spans: Span[] = [];
  for (let unit = 0; unit < seen.length; unit++) {
    const start = map[unit] ?? 0;
    const end = ends[unit] ?? 0;
    const place = unit > 0 && map[unit - 1] === start ? start + 1 : start;
    const isSame = end - start <= 2 && text.charCodeAt(end - start === 1 ? start : place) === seen.charCodeAt(unit);
    if (end > start && !isSame) spans.push([start, end]);
  }
  return joinSpans(spans);
}

/** In the order of the original, joined where they touch. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
