import type { MappedText } from './mapped-text.js';

/**
 * One way of reading a text. A maker is pure, linear in the length of the text, and never throws for what it is given.
 * To add a view, write a maker and put it in the table of `read-views.ts`.
 */
export interface ViewMaker {
  readonly name: string;
  /** The view it reads; `raw` where that one does not differ from the original. */
  readonly from: string;
  /** Undefined where the reading does not differ; `over` where it would be longer than `limit` units. */
  make(text: string, limit: number): MappedText | 'over' | undefined;
}
