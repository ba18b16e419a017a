import { randomBytes } from 'node:crypto';
import type { Key } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEvidence } from '../../tests/things.js';
import { openEvidence, sealEvidence } from './envelope.js';

const key: Key = { id: 'vault-1', purpose: 'vault', createdAt: 0, secret: randomBytes(32) };
const flip = (bytes: Uint8Array, at: number) =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));

describe('sealed evidence', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const plain = JSON.parse(JSON.stringify(content));
        expect(openEvidence(sealEvidence(newEvidence({ content }), key), key)).toEqual(plain);
      }),
    );
  });

  it('is never the same twice, and holds no word in clear', () => {
    const evidence = newEvidence();
    const [first, second] = [sealEvidence(evidence, key), sealEvidence(evidence, key)];
    expect(Buffer.from(first.sealed).equals(second.sealed)).toBe(false);
    expect(Buffer.from(first.sealed).includes('zorblax')).toBe(false);
    expect(first).not.toHaveProperty('content');
  });

  it('does not open when any byte was changed', () => {
    const sealed = sealEvidence(newEvidence({ content: { a: 1 } }), key);
    for (let at = 0; at < sealed.sealed.length; at++) {
      expect(() => openEvidence({ ...sealed, sealed: flip(sealed.sealed, at) }, key)).toThrow(/not as it was sealed/);
    }
    for (let at = 0; at < sealed.wrappedKey.length; at++) {
      expect(() => openEvidence({ ...sealed, wrappedKey: flip(sealed.wrappedKey, at) }, key)).toThrow();
    }
  });

  it('does not open as other evidence, for another tenant or verdict, or with another key', () => {
    const sealed = sealEvidence(newEvidence(), key);
    const other = newEvidence();
    expect(() => openEvidence({ ...sealed, id: other.id }, key)).toThrow();
    expect(() => openEvidence({ ...sealed, verdict: other.verdict }, key)).toThrow();
    expect(() => openEvidence({ ...sealed, tenant: 'other' as typeof other.tenant }, key)).toThrow();
    expect(() => openEvidence(sealed, { ...key, secret: randomBytes(32) })).toThrow();
    expect(() => openEvidence(sealed, { ...key, id: 'vault-2' })).toThrow();
    expect(() => openEvidence({ ...sealed, sealed: sealed.sealed.subarray(0, 20) }, key)).toThrow();
  });
});
