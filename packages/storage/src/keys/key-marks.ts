import { createHmac } from 'node:crypto';
import { errors, KEY_PURPOSES, type Key, type Keys } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';

/** Tells two secrets apart, and leads back to neither. */
export function keyMark(key: Key): string {
  return createHmac('sha256', key.secret).update(`tyrian key mark ${key.id}`).digest('hex').slice(0, 32);
}

/**
 * Sees to it that every key id stands for the same secret on all machines, and marks those that are new. Throws KEYS_DIFFER,
 * or KEYS_MISSING where what this database was written with is not in this key store: pseudonyms and releases of one
 * machine would mean nothing on another, and its checkpoints would look forged.
 */
export async function matchKeys(db: Kysely<Tables>, keys: Keys): Promise<void> {
  for (const { id, mark } of await db.selectFrom('key_marks').selectAll().orderBy('id').execute())
    if (keyMark(knownKey(keys, id)) !== mark) throw errors.KEYS_DIFFER([id]);
  for (const purpose of KEY_PURPOSES) {
    const key = keys.current(purpose);
    await db
      .insertInto('key_marks')
      .values({ id: key.id, mark: keyMark(key) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { mark } = await db.selectFrom('key_marks').select('mark').where('id', '=', key.id).executeTakeFirstOrThrow();
    if (mark !== keyMark(key)) throw errors.KEYS_DIFFER([key.id]);
  }
}

function knownKey(keys: Keys, id: string): Key {
  try {
    return keys.byId(id);
  } catch (cause) {
    throw errors.KEYS_MISSING([id], { cause });
  }
}
