import { type MappedText, MappedTextBuilder } from './mapped-text.js';
import type { ViewMaker } from './view-maker.js';

/** What `isSeparatorUnit` takes, more often than the automaton takes it for one space. */
const LONG_SEPARATIONS = /[\s_\-\u2010-\u2015\u2212\u00b7\u2022\u2027\u30fb*~+]{17,}/g;

export const RUN_MIN = 17;
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const JOINERS = '_-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00b7\u2022\u2027\u30fb*~+';
const SEPARATORS = new Uint8Array(65_536);
for (const one of SPACES + JOINERS) SEPARATORS[one.charCodeAt(0)] = 1;

/** Cheap to ask of every text: whether there is anything to squeeze. A run of 17 covers every seventeenth place. */
export function hasLongSeparation(text: string): boolean {
  for (let at = RUN_MIN - 1; at < text.length; at += RUN_MIN) {
    if (SEPARATORS[text.charCodeAt(at)] === 0) continue;
    let start = at;
    while (start > 0 && at - start < RUN_MIN && SEPARATORS[text.charCodeAt(start - 1)] === 1) start--;
    let end = at + 1;
    while (end < text.length && end - start < RUN_MIN && SEPARATORS[text.charCodeAt(end)] === 1) end++;
    if (end - start >= RUN_MIN) return true;
  }
  return false;
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
