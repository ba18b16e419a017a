import { disguisedRuns } from '../english/disguised-runs.js';
import { rotateWord } from '../english/words.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import { mayBeDisguised, type Survey } from './survey.js';
import type { ViewMaker } from './view-maker.js';

/** Stretches of words that are English 13 letters on. */
export const rot13: ViewMaker = { name: 'rot13', make: rotate };

function rotate(text: string, look: Survey): MappedText | undefined {
  if (!mayBeDisguised(look, look.rotated)) return undefined;
  const rewriter = new Rewriter(text);
  for (const { start, end } of disguisedRuns(text, 'rotated')) {
    for (let at = start; at < end; at++) {
      const letter = text.charAt(at);
      const rotated = rotateWord(letter);
      if (rotated !== letter) rewriter.replace(at, at + 1, rotated);
    }
  }
  return rewriter.finish();
}
