import { edgeBefore } from './excerpt.js';
import { hasLongSeparation } from './squeezed.js';
import { type Survey, survey } from './survey.js';

/** A part of a text, `[start, end)`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Texts up to this long are read as one. */
export const WHOLE_MAX = 1024;
/** Roughly how long a block is that is looked at by itself. */
const BLOCK = 256;
/** So much around a stretch is read with it: rules look for context this far away. */
const MARGIN = 256;
/** No disguise goes on over a border with nothing but plain words so far on both sides. */
const BORDER = 64;

/** Whether anything but plain words stands in a text of which this is known. */
export function mayDiffer(look: Survey): boolean {
  const { plain, escapes, encoded, pairs, octets, leet, split, stretched, words, english, backward, rotated } = look;
  const inDisguise = backward > 0 || rotated > 0 || (words > 0 && english * 6 < words);
  return !plain || escapes || encoded || pairs || octets || leet || split || stretched || inDisguise;
}

/**
 * The parts of a long text that are worth reading in other ways, in order and apart from each other. One odd word in a
 * book must not make every page be read a dozen times.
 */
export function stretchesToRead(text: string): Stretch[] {
  const odd: Stretch[] = [];
  for (let start = 0; start < text.length; ) {
    const end = borderFrom(text, start + BLOCK);
    // What goes on over a border is odd to look at there, if not on one of its sides.
    if (isOdd(text.slice(start, end)) || isOdd(text.slice(end - BORDER, end + BORDER))) odd.push({ start, end });
    start = end;
  }
  return widened(text, odd);
}

function isOdd(part: string): boolean {
  return mayDiffer(survey(part)) || hasLongSeparation(part);
}

/** The next place behind `at` where a line or a word ends; in a text without any, its end. */
function borderFrom(text: string, at: number): number {
  for (let place = at; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit === 32 || unit === 10) return place;
  }
  return text.length;
}

/** With what stands around each of them; those that then meet are one. */
function widened(text: string, stretches: readonly Stretch[]): Stretch[] {
  const wide: { start: number; end: number }[] = [];
  for (const { start, end } of stretches) {
    const from = edgeBefore(text, Math.max(0, start - MARGIN));
    const to = edgeBefore(text, Math.min(text.length, end + MARGIN));
    const last = wide.at(-1);
    if (last !== undefined && from <= last.end) last.end = Math.max(last.end, to);
    else wide.push({ start: from, end: to });
  }
  return wide;
}
