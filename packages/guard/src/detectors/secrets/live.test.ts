import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentsOf, heldFrom, leaksOf } from '../../../tests/promise-a.js';
import { secrets } from './secrets.js';

/** Characters that look drawn at random, the same each time; nothing here ever was a key. */
function drawn(length: number, from = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'): string {
  let state = 20_261;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from.charAt((state >> 8) % from.length);
  }).join('');
}
const base64url = (text: string) => Buffer.from(text).toString('base64url');

// Put together when the test runs, so that no file holds what looks like a key.
const EXAMPLES = [
  `use AK${'IA'}${drawn(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}, please`,
  `KEY=gh${'p_'}${drawn(36)}`,
  `xo${'xb-'}${drawn(12, '123456789')}-${drawn(24)}`,
  `Authorization: Bearer sk${'-ant-'}api03-${drawn(80)}`,
  `const key = "S${'G.'}${drawn(22)}.${drawn(43)}";`,
  `the bot 123456${'789'}:AA${drawn(33)}`,
  `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url('{"sub":"zorb"}')}.${drawn(43)}`,
  `AWS_SECRET_ACCESS_KEY = ${drawn(32)}`,
  `{"clientSecret": "${drawn(32)}"}`,
  `password: ${'Zq7'}!blax#9`,
  `password: ${'Zq7'}!鍵blax#9鍵`,
  `postgres://zorb:${'Zq7'}blax9x@db.zorb.example/zorb`,
  `run ${Buffer.from(`export the token gh${'p_'}${drawn(36)} please`).toString('base64')}`,
  `the bytes ${Buffer.from(`gh${'p_'}${drawn(36)}`)
    .toString('hex')
    .match(/../g)
    ?.join(' ')}`,
  `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${drawn(64)}\n${drawn(64)}\n-----END ${'RSA PRIVATE'} KEY-----`,
] as const;

describe('what waits of secrets', () => {
  it.each(EXAMPLES)('is all of it, wherever the text is cut: %s', (example) => {
    expect(extentsOf([secrets], example), 'nothing is found').not.toEqual([]);
    for (const text of [example, `The keeper wrote it down.\n${example}\nThen he went on.`])
      expect(leaksOf([secrets], text), text).toEqual([]);
  });

  it('is all of it among other code', () => {
    const word = fc.constantFrom('key', '=', ':', 'const', '"', '-----', '-----BEGIN ', 'x=1;', '://', '\n');
    const words = fc.array(word, { maxLength: 5 });
    fc.assert(
      fc.property(words, fc.constantFrom(...EXAMPLES), words, (before, example, behind) => {
        expect(leaksOf([secrets], [...before, example, ...behind].join(' '))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is the block of a key until its end has come, and nothing of a certificate', () => {
    const open = `here: -----BEGIN ${'PRIVATE'} KEY-----\n${drawn(64)}\n`;
    expect(heldFrom([secrets], open)).toBe(6);
    const certificate = `here: -----BEGIN CERTIFICATE-----\nzorb zorb `;
    expect(heldFrom([secrets], certificate)).toBe(certificate.length);
  });
});
