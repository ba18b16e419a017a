import type { View } from '@tyrian/contracts';
import { excerpt, type Stretches } from './excerpt.js';
import type { MappedText } from './mapped-text.js';

/** How many units all views of a text may hold together, `raw` among them. */
export function viewBudget(text: string): number {
  return 4 * text.length + 1024;
}

/** Gathers the views of a text within its budget. */
export class Emission {
  readonly views: View[];
  overBudget = false;
  /** Where in the text the part stands that is being read. */
  offset = 0;
  #left: number;

  constructor(text: string) {
    this.views = [{ name: 'raw', text }];
    this.#left = viewBudget(text) - text.length;
  }

  get left(): number {
    return this.#left;
  }

  /** Adds the stretches of a text with what stands around them; false where they do not fit. */
  add(name: string, mapped: MappedText, stretches: Stretches): void {
    if (stretches.length === 0) return;
    const shown = excerpt(mapped, stretches);
    if (shown.text.length > this.#left) {
      this.overBudget = true;
      return;
    }
    this.#left -= shown.text.length;
    this.views.push({ name, ...(this.offset === 0 ? shown : movedBy(shown, this.offset)) });
  }
}

function movedBy({ text, map, ends }: MappedText, offset: number): MappedText {
  return { text, map: map.map((place) => place + offset), ends: ends.map((place) => place + offset) };
}
