import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { errors, KEY_PURPOSES, type Key, type KeyPurpose } from '@tyrian/contracts';

const CIPHER = 'aes-256-gcm';
/** 128 MiB and about half a second a guess. */
const COST = { N: 1 << 17, r: 8, p: 1, maxmem: 256 << 20 };
const [SALT, NONCE, TAG] = [16, 12, 16];
const BOUND = Buffer.from('tyrian backup keys 1');
const SHORTEST_PASSPHRASE = 12;

/** Keys under a passphrase: salt, nonce, tag and ciphertext in a row. Throws BACKUP_PASSPHRASE for one too short. */
export function sealKeys(keys: readonly Key[], passphrase: string | undefined): Buffer {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const cipher = createCipheriv(CIPHER, derive(passphrase, salt), nonce).setAAD(BOUND);
  const plain = keys.map((key) => ({ ...key, secret: Buffer.from(key.secret).toString('base64url') }));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), ciphertext]);
}

/** Throws BACKUP_PASSPHRASE, or BACKUP_INVALID where the passphrase does not open them. */
export function openSealedKeys(sealed: Buffer, passphrase: string | undefined): Key[] {
  const [salt, nonce] = [sealed.subarray(0, SALT), sealed.subarray(SALT, SALT + NONCE)];
  const secret = derive(passphrase, salt);
  try {
    const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG }).setAAD(BOUND);
    decipher.setAuthTag(sealed.subarray(SALT + NONCE, SALT + NONCE + TAG));
    const text = Buffer.concat([decipher.update(sealed.subarray(SALT + NONCE + TAG)), decipher.final()]).toString();
    return (JSON.parse(text) as { id: string; purpose: KeyPurpose; createdAt: number; secret: string }[]).map((key) => {
      if (!KEY_PURPOSES.includes(key.purpose)) throw new Error('a key of an unknown purpose');
      return { ...key, secret: Buffer.from(key.secret, 'base64url') };
    });
  } catch (cause) {
    throw errors.BACKUP_INVALID(['its keys do not open with this passphrase'], { cause });
  }
}

function derive(passphrase: string | undefined, salt: Buffer): Buffer {
  if (passphrase === undefined || passphrase.length < SHORTEST_PASSPHRASE) throw errors.BACKUP_PASSPHRASE();
  return scryptSync(passphrase, salt, 32, COST);
}
