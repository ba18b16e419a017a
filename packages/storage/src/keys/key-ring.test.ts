import { randomBytes } from 'node:crypto';
import { KEY_PURPOSES, type Key } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { createKeyRing, type KeyShelf } from './key-ring.js';

const keyOf = (id: string): Key => ({
  id,
  purpose: KEY_PURPOSES.find((purpose) => id.startsWith(purpose)) ?? 'vault',
  createdAt: 1,
  secret: randomBytes(32),
});

/** A shelf that several rings share, as processes share a folder. */
function sharedShelf(...keys: Key[]): KeyShelf & { readonly ids: () => string[] } {
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    add(key) {
      const there = byId.get(key.id) ?? key;
      byId.set(key.id, there);
      return there;
    },
    find: (id) => byId.get(id),
    ids: () => [...byId.keys()],
  };
}

describe('a key ring', () => {
  it('makes a key when it is first asked for, and not before', () => {
    const shelf = sharedShelf();
    const ring = createKeyRing(shelf, [], () => 42);
    expect(shelf.ids()).toEqual([]);
    const key = ring.current('vault');
    expect(key).toMatchObject({ id: 'vault-1', purpose: 'vault', createdAt: 42 });
    expect(ring.current('vault')).toBe(key);
    expect(shelf.ids()).toEqual(['vault-1']);
  });

  it('has a secret of its own for every purpose and every turn', async () => {
    const ring = createKeyRing(sharedShelf(), [], Date.now);
    const keys = KEY_PURPOSES.map((purpose) => ring.current(purpose));
    for (const purpose of KEY_PURPOSES) keys.push(await ring.rotate(purpose));
    expect(new Set(keys.map(({ secret }) => Buffer.from(secret).toString('hex'))).size).toBe(2 * KEY_PURPOSES.length);
    for (const { secret } of keys) expect(secret).toHaveLength(32);
  });

  it('goes by the number, not by the order in which keys were found', async () => {
    const stored = ['vault-2', 'vault-10', 'vault-1', 'content-3', 'vault-9'].map(keyOf);
    const ring = createKeyRing(sharedShelf(...stored), stored, Date.now);
    expect([ring.current('vault').id, ring.current('content').id]).toEqual(['vault-10', 'content-3']);
    expect((await ring.rotate('vault')).id).toBe('vault-11');
    expect(ring.current('vault').id).toBe('vault-11');
    for (const key of stored) expect(ring.byId(key.id)).toBe(key);
  });

  it('begins with the first where a purpose is rotated before it was used', async () => {
    expect((await createKeyRing(sharedShelf(), [], Date.now).rotate('content')).id).toBe('content-1');
  });

  it('takes the key of whoever was quicker', async () => {
    const shelf = sharedShelf();
    const [one, other] = [createKeyRing(shelf, [], Date.now), createKeyRing(shelf, [], Date.now)];
    expect(other.current('vault')).toBe(one.current('vault'));
    expect(await other.rotate('vault')).toBe(await one.rotate('vault'));
  });

  it('finds a key that somebody else has made since, and uses it from then on', async () => {
    const shelf = sharedShelf();
    let now = 10_000;
    const [one, other] = [createKeyRing(shelf, [], () => now), createKeyRing(shelf, [], () => now)];
    expect(other.current('vault').id).toBe('vault-1');
    expect(other.current('vault').id).toBe('vault-1');
    await one.rotate('vault');
    await one.rotate('vault');
    expect(other.current('vault').id).toBe('vault-1');
    expect(other.byId('vault-2')).toBe(one.byId('vault-2'));
    expect(other.current('vault').id).toBe('vault-2');
    await one.rotate('vault');
    expect(other.current('vault').id).toBe('vault-2');
    now += 1_000;
    expect(other.current('vault').id).toBe('vault-3');
  });

  it('knows no key that is nowhere', () => {
    const ring = createKeyRing(sharedShelf(), [], Date.now);
    expect(() => ring.byId('vault-1')).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
  });
});
