import { TenantId } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysInMemory } from './_keys-in-memory.js';
import { createAccess } from './access.js';
import { hintOf, isToken, newToken } from './token.js';

const wanted = { tenant: TenantId.parse('default'), name: 'web', audience: 'unknown', refusal: 'error' } as const;
const at = fc.noBias(fc.nat({ max: 99_999 })).map((one) => one / 100_000);

/** A token with a bit turned, a piece gone, doubled or in place of another. */
function changed(token: string): fc.Arbitrary<string> {
  const cut = (where: number) => Math.floor(where * token.length);
  return fc.oneof(
    fc.tuple(at, fc.nat({ max: 6 })).map(([where, bit]) => {
      const bytes = Buffer.from(token);
      const index = cut(where);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      return bytes.toString('latin1');
    }),
    fc.tuple(at, at).map(([from, to]) => token.slice(0, cut(from)) + token.slice(cut(to))),
    fc
      .tuple(at, fc.string({ unit: 'binary', maxLength: 5 }))
      .map(([where, more]) => token.slice(0, cut(where)) + more + token.slice(cut(where))),
    fc.constantFrom(
      token.toUpperCase(),
      ` ${token}`,
      `${token}\n`,
      `${token}\u0000`,
      token.repeat(2),
      `Bearer ${token}`,
    ),
  );
}

describe('a key', () => {
  it('that is changed in any way, or made up, lets nobody in and costs no look at the store', async () => {
    const { apiKeys, lookups } = keysInMemory();
    const access = createAccess({ apiKeys });
    const { token, key } = await access.create(wanted);
    const letters = fc.constantFrom(...'ABYZabyz0189_-');
    const shaped = fc.string({ unit: letters, minLength: 38, maxLength: 38 }).map((body) => `tyr_${body}`);
    const madeUp = fc.oneof(fc.string({ unit: 'binary' }), shaped, changed(token), changed('tyr_'.padEnd(42, 'A')));
    await fc.assert(
      fc.asyncProperty(madeUp, async (text) => {
        fc.pre(text !== token);
        expect(isToken(text)).toBe(false);
        expect(await access.authenticate(text)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(await access.authenticate('x'.repeat(1_000_000))).toBeUndefined();
    expect(lookups()).toBe(0);
    expect(await access.authenticate(token)).toMatchObject({ keyId: key.id });
  });

  it('is told by its shape, and shows no more than its first letters', () => {
    const made = Array.from({ length: 200 }, newToken);
    expect(new Set(made).size).toBe(made.length);
    for (const token of made)
      expect([isToken(token), token.startsWith(hintOf(token)), hintOf(token).length]).toEqual([true, true, 8]);
  });
});
