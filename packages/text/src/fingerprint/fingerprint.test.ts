import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, normalised } from './fingerprint.js';
import { decodeFingerprints, encodeFingerprints, holdsFingerprint } from './fingerprints.js';

describe('a fingerprint', () => {
  it('is the start of the published SHA-256 of "abc", least byte first', () => {
    // FIPS 180-2, appendix B.1: ba7816bf 8f01cfea ...
    expect(fingerprint('abc').toString(16)).toBe('eacf018fbf1678ba');
  });

  it('is the same where a reader sees no difference', () => {
    for (const text of ['Abc', ' abc\n', 'ａｂｃ', 'ABC\u00a0']) expect(fingerprint(text)).toBe(fingerprint('abc'));
    expect(normalised('  One\t\r\n two\u3000three ')).toBe('one two three');
    expect(fingerprint('ab c')).not.toBe(fingerprint('abc'));
  });

  it('bears any text, and normalised text stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fingerprint(normalised(text))).toBe(fingerprint(text));
      }),
    );
  });
});

describe('fingerprints', () => {
  const one = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

  it('hold what they were made of, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(one), fc.array(one), (inside, others) => {
        const held = decodeFingerprints(encodeFingerprints(inside));
        expect(held).toHaveLength(new Set(inside).size);
        for (const each of inside) expect(holdsFingerprint(held, each)).toBe(true);
        for (const each of others) expect(holdsFingerprint(held, each)).toBe(inside.includes(each));
      }),
    );
  });

  it('are refused where they are damaged', () => {
    expect(() => decodeFingerprints(Buffer.alloc(12).toString('base64'))).toThrow(/12 bytes/);
    expect(() => decodeFingerprints(Buffer.alloc(16).toString('base64'))).toThrow(/fingerprint 1 is not above/);
    expect(decodeFingerprints('')).toHaveLength(0);
  });
});
