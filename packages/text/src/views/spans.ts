import type { Span, View } from '@tyrian/contracts';
import { joinSpans } from './disguise.js';

/**
 * The pieces of the original that made `[start, end)` of a view, in the order of the original and joined where they
 * touch. Code points that the view left out are in no piece.
 *
 * @example
 * spansOf({ name: 'raw', text: 'abc' }, 1, 3); // [[1, 3]]
 */
export function spansOf(view: View, start: number, end: number): Span[] {
  const { map, ends } = view;
  if (map === undefined || ends === undefined) return start < end ? [[start, end]] : [];
  const spans: Span[] = [];
  let open: Span | undefined;
  let inOrder = true;
  for (let unit = start; unit < end; unit++) {
    const from = map[unit] ?? 0;
    const to = ends[unit] ?? 0;
    if (to <= from) continue;
    if (open !== undefined && from <= open[1] && to >= open[0]) {
      // Reversed text runs into the piece from behind.
      if (from < open[0]) {
        open[0] = from;
        inOrder = false;
      }
      if (to > open[1]) open[1] = to;
    } else {
      inOrder &&= open === undefined || from > open[1];
      open = [from, to];
      spans.push(open);
    }
  }
  return inOrder ? spans : joinSpans(spans);
}
