import { ROTATED_PURPOSES, TenantId } from '@tyrian/contracts';
import { memoryKeys } from '@tyrian/storage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyedNames, createLadderNames, keyedName } from './pseudonyms.js';

const tenant = TenantId.parse('acme');
const other = TenantId.parse('other');
const keys = memoryKeys();
const names = createKeyedNames(keys);

describe('the pseudonym of an account', () => {
  it('is always the same, and another for every account and tenant', () => {
    expect(names.account(tenant, 'ana')).toEqual(names.account(tenant, 'ana'));
    const values = [
      names.account(tenant, 'ana'),
      names.account(tenant, 'Ana'),
      names.account(other, 'ana'),
      createKeyedNames(memoryKeys()).account(tenant, 'ana'),
    ].map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
  });

  it('is the same when more accounts have come than are remembered', () => {
    const before = names.account(tenant, 'ana');
    for (let at = 0; at < 5_000; at++) names.account(tenant, `account-${at}`);
    expect(names.account(tenant, 'ana')).toEqual(before);
    expect(names.account(tenant, 'account-7').value).toBe(keyedName(keys.current('pseudonym'), [tenant, 'account-7']));
  });

  it('cannot be had by moving letters from the account to the tenant', () => {
    const split = (a: string, b: string) => names.account(TenantId.parse(a), b).value;
    expect(split('ab', 'c')).not.toBe(split('a', 'bc'));
    expect(split('a","b', 'c')).not.toBe(split('a', 'b","c'));
  });

  it('shows nothing of the account, and fits into a URL', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (account) => {
        const { value } = names.account(tenant, account);
        expect(value).toMatch(/^[\w-]{43}$/);
        expect(value).not.toContain(account);
      }),
    );
  });

  it('names its key, and is another after a rotation', async () => {
    const own = memoryKeys();
    const before = createKeyedNames(own).account(tenant, 'ana');
    await own.rotate('pseudonym');
    const after = createKeyedNames(own).account(tenant, 'ana');
    expect([before.keyId, after.keyId]).toEqual(['pseudonym-1', 'pseudonym-2']);
    expect(after.value).not.toBe(before.value);
  });
});

describe('the fingerprint of content', () => {
  it('tells contents and tenants apart, and is not made with the key of pseudonyms', async () => {
    const made = names.fingerprint(tenant, 'a text');
    expect(names.fingerprint(tenant, 'a text')).toBe(made);
    expect(names.fingerprint(tenant, 'a text ')).not.toBe(made);
    expect(names.fingerprint(other, 'a text')).not.toBe(made);
    expect(names.account(tenant, 'a text').value).not.toBe(made);
  });

  it('outlives a rotation of the pseudonyms', async () => {
    const own = memoryKeys();
    const before = createKeyedNames(own).fingerprint(tenant, 'a text');
    await own.rotate('pseudonym');
    expect(createKeyedNames(own).fingerprint(tenant, 'a text')).toBe(before);
  });
});

describe('the names of a ladder', () => {
  it('say what they were before a rotation, for ninety days', async () => {
    const day = 24 * 3_600_000;
    let time = day;
    const own = memoryKeys(() => time);
    const ladder = createLadderNames(own, () => time);
    const before = ladder.account(tenant, 'ana');
    expect(before).toEqual(createKeyedNames(own).account(tenant, 'ana'));
    await own.rotate('pseudonym');
    expect(ladder.account(tenant, 'ana')).toEqual({
      ...createKeyedNames(own).account(tenant, 'ana'),
      before: before.value,
    });
    time += 90 * day;
    expect(ladder.account(tenant, 'ana').before).toBeUndefined();
  });

  it('tell accounts, addresses, ranges and likenesses of the same letters apart', () => {
    const ladder = createLadderNames(keys);
    const made = [
      ladder.account(tenant, 'x').value,
      ladder.address(tenant, 'x').value,
      ladder.range(tenant, 'x'),
      ladder.likeness(tenant, 'x'),
      ladder.address(other, 'x').value,
    ];
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('the canary bucket', () => {
  it('outlives every rotation that can be asked for', async () => {
    const own = memoryKeys();
    const before = createKeyedNames(own).canaryBucket('ana');
    for (const purpose of ROTATED_PURPOSES) await own.rotate(purpose);
    expect(createKeyedNames(own).canaryBucket('ana')).toBe(before);
  });

  it('is from 0 up to 100, and always the same for the same account', () => {
    fc.assert(
      fc.property(fc.string(), (account) => {
        const bucket = names.canaryBucket(account);
        expect(bucket).toBeGreaterThanOrEqual(0);
        expect(bucket).toBeLessThan(100);
        expect(names.canaryBucket(account)).toBe(bucket);
      }),
    );
  });

  it('puts about as many accounts into a canary as its share says', () => {
    const accounts = Array.from({ length: 4_000 }, (_, index) => `user-${index}`);
    for (const share of [5, 10, 50]) {
      const inside = accounts.filter((account) => names.canaryBucket(account) < share).length;
      // Six standard deviations: 4,000 draws of probability share / 100.
      const deviation = Math.sqrt(4_000 * (share / 100) * (1 - share / 100));
      expect(Math.abs(inside - 40 * share)).toBeLessThan(6 * deviation);
    }
  });
});
