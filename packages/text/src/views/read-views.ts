import type { View } from '@tyrian/contracts';
import { folded } from './folded.js';
import { composeMapped, type MappedText } from './mapped-text.js';
import { hasLongSeparation, squeezed } from './squeezed.js';
import { tags } from './tags.js';
import type { ViewMaker } from './view-maker.js';

/** Every view but `raw`. A maker stands behind the one whose view it reads. */
export const VIEW_MAKERS: readonly ViewMaker[] = [folded, squeezed, tags];

/** How many units all views of a text may hold together, `raw` among them. */
export function viewBudget(text: string): number {
  return 4 * text.length + 1024;
}

export interface Reading {
  /** `raw` first, then those that differ from what they read. */
  readonly views: View[];
  /** A view did not fit and is missing; such a text is to be refused. */
  readonly overBudget: boolean;
}

const PRINTABLE_ASCII = /^[\t\n\r\x20-\x7e]*$/;

/**
 * Reads a text in every way that is known.
 *
 * @example
 * const { views } = readViews('zor\u200bblax');
 * views.map((view) => view.text); // ['zor\u200bblax', 'zorblax']
 */
export function readViews(text: string, makers: readonly ViewMaker[] = VIEW_MAKERS): Reading {
  const views: View[] = [{ name: 'raw', text }];
  // No maker of today changes such a text.
  if (makers === VIEW_MAKERS && PRINTABLE_ASCII.test(text) && !hasLongSeparation(text))
    return { views, overBudget: false };
  const made = new Map<string, MappedText>();
  let left = viewBudget(text) - text.length;
  let overBudget = false;
  for (const maker of makers) {
    const source = made.get(maker.from);
    const view = maker.make(source?.text ?? text, left);
    if (view === undefined) continue;
    if (view === 'over') {
      overBudget = true;
      continue;
    }
    const mapped = source === undefined ? view : composeMapped(source, view);
    made.set(maker.name, mapped);
    left -= mapped.text.length;
    views.push({ name: maker.name, ...mapped });
  }
  return { views, overBudget };
}
