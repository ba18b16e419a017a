import { randomBytes } from 'node:crypto';
import { errors, type Key, type KeyPurpose, type Keys } from '@tyrian/contracts';

/** Where a key ring keeps its keys. */
export interface KeyShelf {
  /** Stores a new key, unless there is one with its id already; returns the one that is there then. */
  add(key: Key): Key;
  /** Looks for a key that was stored by somebody else. */
  find(id: string): Key | undefined;
}

/** The highest number of each purpose is current; the others stay readable. */
export function createKeyRing(shelf: KeyShelf, stored: readonly Key[], now: () => number): Keys {
  const byId = new Map<string, Key>();
  const current = new Map<KeyPurpose, Key>();

  function keep(key: Key): Key {
    byId.set(key.id, key);
    const before = current.get(key.purpose);
    if (!before || keyNumber(before) < keyNumber(key)) current.set(key.purpose, key);
    return key;
  }

  function create(purpose: KeyPurpose, number: number): Key {
    return keep(shelf.add({ id: `${purpose}-${number}`, purpose, createdAt: now(), secret: randomBytes(32) }));
  }

  for (const key of stored) keep(key);
  return {
    current: (purpose) => current.get(purpose) ?? create(purpose, 1),
    byId(id) {
      const known = byId.get(id);
      if (known) return known;
      const found = shelf.find(id);
      if (!found) throw errors.KEY_UNKNOWN([id]);
      return keep(found);
    },
    async rotate(purpose) {
      const before = current.get(purpose);
      return create(purpose, before ? keyNumber(before) + 1 : 1);
    },
  };
}

function keyNumber(key: Key): number {
  return Number(key.id.slice(key.purpose.length + 1));
}
