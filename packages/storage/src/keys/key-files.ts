import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errors, KEY_PURPOSES, type Key, type KeyPurpose, type Keys } from '@tyrian/contracts';
import { isCode, publishOnce } from '../files/publish.js';
import { keyMark } from './key-marks.js';
import { createKeyRing } from './key-ring.js';

const READABLE_BY_OTHERS = 0o077;
const ID = new RegExp(`^(${KEY_PURPOSES.join('|')})-([1-9][0-9]{0,8})$`);

/**
 * Opens the keys in a folder: a JSON file for each, mode 0600, made when it is first needed. Throws KEY_FILE_UNSAFE when
 * somebody else may read one.
 *
 * @example
 * const keys = await openKeys('/var/lib/tyrian/keys');
 * keys.current('vault').id; // 'vault-1'
 */
export async function openKeys(folder: string, now: () => number = Date.now): Promise<Keys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return createKeyRing(
    { add: (key) => storeKey(folder, key), find: (id) => readKey(folder, id) },
    readKeyFolder(folder),
    now,
  );
}

/** Every key in a folder, the retired ones too; none where there is no folder. */
export function readKeyFolder(folder: string): readonly Key[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    name.endsWith('.json') ? (readKey(folder, name.slice(0, -'.json'.length)) ?? []) : [],
  );
}

/** Puts keys into a folder, next to those that are there. Throws KEYS_DIFFER where one of the same id is another. */
export function fillKeyFolder(folder: string, keys: readonly Key[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const key of keys) if (keyMark(storeKey(folder, key)) !== keyMark(key)) throw errors.KEYS_DIFFER([key.id]);
}

/** The key that is there then. */
function storeKey(folder: string, key: Key): Key {
  return publishOnce(keyPath(folder, key.id), writeKey(key), 0o600) ? key : storedKey(folder, key.id);
}

function keyPath(folder: string, id: string): string {
  return join(folder, `${id}.json`);
}

function storedKey(folder: string, id: string): Key {
  const key = readKey(folder, id);
  if (!key) throw errors.KEY_UNKNOWN([id]);
  return key;
}

/** Undefined for what is no key's name, or is not there. */
function readKey(folder: string, id: string): Key | undefined {
  const purpose = ID.exec(id)?.[1];
  if (!purpose) return undefined;
  const path = keyPath(folder, id);
  try {
    // Windows has no such modes; there the folder's own rights have to do.
    if (process.platform !== 'win32' && (statSync(path).mode & READABLE_BY_OTHERS) !== 0)
      throw errors.KEY_FILE_UNSAFE([path]);
    return parseKey(readFileSync(path, 'utf8'), id, purpose as KeyPurpose);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function writeKey(key: Key): string {
  const { id, purpose, createdAt, secret } = key;
  return `${JSON.stringify({ id, purpose, createdAt, secret: Buffer.from(secret).toString('base64url') })}\n`;
}

/** What stands in the file must agree with its name: a key must never serve another purpose than its own. */
function parseKey(text: string, id: string, purpose: KeyPurpose): Key {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === 'object' && parsed !== null && 'id' in parsed && 'secret' in parsed && 'createdAt' in parsed) {
    const { createdAt } = parsed;
    const secret = typeof parsed.secret === 'string' ? Buffer.from(parsed.secret, 'base64url') : Buffer.alloc(0);
    if (parsed.id === id && typeof createdAt === 'number' && secret.length === 32)
      return { id, purpose, createdAt, secret };
  }
  throw errors.KEY_FILE_DAMAGED([id]);
}
