import { type Asked, afterLast, type StandInModel } from '../stand-in-model.js';
import { STAND_IN_WORDS } from '../words.js';

const MARK = 'JUDGE: ';

function wholeOf(asked: Asked): string {
  if (asked.kind === 'classify') return asked.text;
  return asked.kind === 'completion' ? asked.prompt : (asked.messages.at(-1)?.text ?? '');
}

/** The simplest family there is, and nobody's: `JUDGE: ` and the text, answered like Llama Guard. */
export const wordJudge: StandInModel = {
  name: 'word-judge:1',
  lacks: (asked) =>
    asked.kind === 'classify' || wholeOf(asked).includes(MARK) ? undefined : `the prompt lacks "${MARK.trim()}"`,
  judged: (asked) => afterLast(wholeOf(asked), MARK),
  answer(hazards, asked) {
    if (asked.kind === 'classify') {
      const scores = Object.values(STAND_IN_WORDS).map((name) => [name, hazards.includes(name) ? 0.93 : 0.01]);
      return { safe: hazards.length > 0 ? 0.07 : 0.95, ...Object.fromEntries(scores) };
    }
    return hazards.length === 0 ? 'safe' : `unsafe\n${hazards.join(',')}`;
  },
  unknownCategory: 'unsafe\nS99',
};
