import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { errors, type Keys, type MemberId, type SealedSecret } from '@tyrian/contracts';

const CIPHER = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];

/** Seals a secret of a member, so that the database alone does not give it away and no other member can be given it. */
export function sealSecret(keys: Pick<Keys, 'current'>, member: MemberId, secret: string): SealedSecret {
  const key = keys.current('session');
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key.secret, nonce).setAAD(boundTo(member, key.id));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return { keyId: key.id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url') };
}

/** Throws KEY_UNKNOWN, or EVIDENCE_DAMAGED where it is not as it was sealed. */
export function openSecret(keys: Pick<Keys, 'byId'>, member: MemberId, { keyId, sealed }: SealedSecret): string {
  const key = keys.byId(keyId);
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key.secret, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(boundTo(member, keyId)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw errors.EVIDENCE_DAMAGED([`of the one-time codes of ${member}`], { cause });
  }
}

function boundTo(member: MemberId, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['tyrian member secret 1', keyId, member]));
}
