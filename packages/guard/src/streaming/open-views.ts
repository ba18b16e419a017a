import type { View } from '@tyrian/contracts';
import { disguisesOf } from '@tyrian/text';
import type { ReadText } from '../detector.js';

/** A view that shows only a part of the original ends further from its end than this. */
const LEFT_OUT_MAX = 64;

/**
 * The least offset of the original that is live in any view that goes to its end. `liveIn` says it for one view, in units
 * of the view.
 */
export function liveInViews({ views, text }: ReadText, liveIn: (view: View) => number): number {
  let live = text.length;
  for (const view of views) {
    if (!isOpen(view, text)) continue;
    const from = liveIn(view);
    const { map } = view;
    if (map === undefined) live = Math.min(live, from);
    // What was turned round comes from further in front.
    else for (let unit = from; unit < view.text.length; unit++) live = Math.min(live, map[unit] ?? live);
  }
  return live;
}

/** The same for detectors that only look at views which keep characters what they are: `keeps` names how they are made. */
export function liveInReadings(
  content: ReadText,
  keeps: ReadonlySet<string>,
  liveIn: (text: string) => number,
): number {
  return liveInViews(content, ({ name, text }) =>
    disguisesOf(name).every((step) => keeps.has(step)) ? liveIn(text) : text.length,
  );
}

function isOpen({ ends }: View, text: string): boolean {
  return ends === undefined || text.length - (ends.at(-1) ?? 0) <= LEFT_OUT_MAX;
}
