import { type MappedText, MappedTextBuilder } from './mapped-text.js';
import type { ViewMaker } from './view-maker.js';

/** What `isSeparatorUnit` takes, more often than the automaton takes it for one space. */
const LONG_SEPARATIONS = /[\s_\-\u2010-\u2015\u2212\u00b7\u2022\u2027\u30fb*~+]{17,}/g;

/** Cheap to ask of every text: whether there is anything to squeeze. */
export function hasLongSeparation(text: string): boolean {
  return text.search(LONG_SEPARATIONS) >= 0;
}

/** Runs of separators that are too long for the automaton to take as one, as a single space. */
export const squeezed: ViewMaker = {
  name: 'squeezed',
  make(text, _look, _variant, limit): MappedText | 'over' | undefined {
    if (!hasLongSeparation(text)) return undefined;
    const builder = new MappedTextBuilder(text.length, limit);
    let kept = 0;
    for (const { 0: run, index } of text.matchAll(LONG_SEPARATIONS)) {
      const end = index + run.length;
      if (!builder.keep(text, kept, index) || !builder.add(' ', index, end)) return 'over';
      kept = end;
    }
    return builder.keep(text, kept, text.length) ? builder.finish(text.length) : 'over';
  },
};
