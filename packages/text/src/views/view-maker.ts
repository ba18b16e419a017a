import type { MappedText } from './mapped-text.js';
import type { Survey } from './survey.js';

/** Where a disguise can be read in two ways, the second one is a view of its own. */
export type Variant = 'first' | 'second';

/**
 * One way of reading a text. A maker is pure, linear in the length of the text, and never throws for what it is given.
 * To add a view, write a maker and put it in a table of `read-views.ts`.
 */
export interface ViewMaker {
  readonly name: string;
  /** The whole text, rewritten; undefined where it does not differ, `over` where it would be longer than `limit` units. */
  make(text: string, look: Survey, variant: Variant, limit: number): MappedText | 'over' | undefined;
}
