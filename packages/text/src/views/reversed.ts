import { disguisedRuns, type WordRun } from '../english/disguised-runs.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import { mayBeDisguised, type Survey } from './survey.js';
import type { Variant, ViewMaker } from './view-maker.js';

/**
 * Stretches of words that are English from behind: the whole stretch turned round, and as a second reading each of its
 * words by itself.
 */
export const reversed: ViewMaker = { name: 'reversed', make: turn };

function turn(text: string, look: Survey, variant: Variant): MappedText | undefined {
  if (!mayBeDisguised(look, look.backward)) return undefined;
  const rewriter = new Rewriter(text);
  for (const run of disguisedRuns(text, 'backward')) {
    if (variant === 'first') turnStretch(text, run, rewriter);
    else for (const word of wordsOf(text, run)) turnStretch(text, word, rewriter);
  }
  return rewriter.finish();
}

function turnStretch(text: string, { start, end }: WordRun, rewriter: Rewriter): void {
  rewriter.openAt(start);
  for (let at = end; at > start; ) {
    const low = text.charCodeAt(at - 1);
    const width = low >= 0xdc00 && low <= 0xdfff && at - 2 >= start ? 2 : 1;
    rewriter.put(text.slice(at - width, at), at - width, at);
    at -= width;
  }
  rewriter.skipTo(end);
}

function wordsOf(text: string, { start, end }: WordRun): WordRun[] {
  const words: WordRun[] = [];
  const WORD = /[^\s.,:;!?()"]+/y;
  for (let at = start; at < end; ) {
    WORD.lastIndex = at;
    const [word] = WORD.exec(text) ?? [];
    if (word !== undefined) words.push({ start: at, end: Math.min(end, at + word.length) });
    at += word?.length ?? 1;
  }
  return words;
}
