import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise } from './neutralise.js';

describe('neutralise', () => {
  it.each([
    ['<|eot_id|>', '‹¦eot_id¦›'],
    ['<｜User｜>', '‹¦User¦›'],
    ['[/INST] [inst]', '⟦/INST⟧ ⟦inst⟧'],
    ['<END CONVERSATION>', '‹END CONVERSATION›'],
    ['< / think >', '‹ / think ›'],
    ['<<SYS>>', '<‹SYS›>'],
    ['<th<|ink>', '<th‹¦ink>'],
    ['<<|eot|>|eot|>', '<‹¦eot¦›|eot¦›'],
  ])('takes %j for %j', (text, expected) => {
    expect(neutralise(text)).toBe(expected);
  });

  it('takes labels at the start of a line alone', () => {
    const text = 'User: a\n  agent : b\nMy agent: c\r\nUSER:d\u2028Agent:e';
    expect(neutralise(text, ['User', 'Agent'])).toBe('User∶ a\n  agent ∶ b\nMy agent: c\r\nUSER∶d\u2028Agent∶e');
    expect(neutralise(text)).toBe(text);
  });

  it.each(['a < b | c > d', '<div class="score">x</div>', 'let x = a |> b', '[1] [link](x)', 'Zorblax: <zorblax>'])(
    'leaves %j alone but for bars',
    (text) => {
      expect(neutralise(text, ['User'])).toBe(text.replace('|>', '¦›'));
    },
  );

  it('keeps the length, and has nothing left to do after once', () => {
    const parts = fc.constantFrom(
      '<',
      '|',
      '>',
      '[',
      ']',
      '/',
      'inst',
      'think',
      'end_of_turn',
      'User',
      ':',
      '\n',
      ' ',
      'ｘ',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
        const text = all.join('');
        const once = neutralise(text, ['User']);
        expect(once).toHaveLength(text.length);
        expect(neutralise(once, ['User'])).toBe(once);
      }),
    );
  });

  it('brings no marker back when it is normalised', () => {
    const once = neutralise('<|eot_id|> [INST] <think>\nUser:', ['User']);
    expect(once.normalize('NFKC')).toBe(once);
  });

  it('takes time that grows with the text alone', () => {
    for (const part of ['<', '<|', '[ ', ' ', '\n', '\nUser ', '<begin a', '<end_of_', '\t']) {
      const text = part.repeat(Math.ceil(400_000 / part.length));
      const from = performance.now();
      neutralise(text, ['User', 'Agent']);
      expect(performance.now() - from).toBeLessThan(2_000);
    }
  });
});
