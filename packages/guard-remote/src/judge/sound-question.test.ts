import type { GuardQuestion, GuardTurn } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { wordFamily } from '../../tests/_word-family.js';
import { soundQuestion } from './sound-question.js';

const ask = (...turns: GuardTurn[]): GuardQuestion => ({ stage: 'input', turns });
const soundOf = (question: GuardQuestion, more = {}) => soundQuestion('ours', wordFamily('chat', more), question);

describe('soundQuestion', () => {
  it('leaves alone what is sound', () => {
    const question = ask({ role: 'system', text: 'a' }, { role: 'user', text: 'garden 😀', media: 'data:,' });
    expect(soundOf(question, { modalities: ['text', 'image'] })).toEqual(question);
  });

  it('replaces half a character by one unit, in every turn', () => {
    const sound = soundOf(ask({ role: 'user', text: 'a\ud83d' }, { role: 'user', text: '\ude00b😀' }));
    expect(sound.turns.map(({ text }) => text)).toEqual(['a\ufffd', '\ufffdb😀']);
  });

  it.each([
    ['nothing', ask(), {}, 'a question without a turn'],
    [
      'a stage that it does not judge',
      ask({ role: 'user', text: 'a' }),
      { stages: ['output'] },
      'words does not judge input',
    ],
    [
      'a picture that it does not see',
      ask({ role: 'user', text: 'a', media: 'data:,' }),
      {},
      'words takes no pictures',
    ],
  ])('does not ask about %s', (_what, question, more, why) => {
    expect(() => soundOf(question, more)).toThrow(`The guard model ours cannot be used: ${why}`);
  });
});
