import { randomBytes } from 'node:crypto';
import { errors, type Key, type KeyPurpose, type Keys } from '@tyrian/contracts';

/** How often a rotation by another process is looked for. */
const LOOK_MS = 1_000;

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

  const lookedAt = new Map<KeyPurpose, number>();

  /** Another process may have rotated it: looked for now and then, since every request asks. */
  function newest(key: Key): Key {
    const { purpose } = key;
    const time = now();
    if (time - (lookedAt.get(purpose) ?? 0) < LOOK_MS) return key;
    lookedAt.set(purpose, time);
    let last = key;
    for (let next: Key | undefined = key; next; next = shelf.find(`${purpose}-${keyNumber(last) + 1}`))
      last = keep(next);
    return last;
  }

  for (const key of stored) keep(key);
  return {
    current(purpose) {
      const key = current.get(purpose);
      return key ? newest(key) : create(purpose, 1);
    },
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
