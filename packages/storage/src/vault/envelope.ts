import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { errors, type Key, type NewEvidence } from '@tyrian/contracts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Evidence as it lies in the vault: sealed under a key of its own, and that key under a key of the operator. */
export interface SealedEvidence extends Omit<NewEvidence, 'content'> {
  readonly keyId: string;
  readonly wrappedKey: Uint8Array;
  readonly sealed: Uint8Array;
}

type Bound = Pick<NewEvidence, 'id' | 'tenant' | 'verdict'>;

export function sealEvidence(evidence: NewEvidence, vaultKey: Key): SealedEvidence {
  const { content, ...summary } = evidence;
  const ownKey = randomBytes(32);
  return {
    ...summary,
    keyId: vaultKey.id,
    wrappedKey: seal(vaultKey.secret, ownKey, bindKey(evidence, vaultKey.id)),
    sealed: seal(ownKey, Buffer.from(JSON.stringify(content)), bindContent(evidence)),
  };
}

/** Throws when anything about it was changed: its bytes, or the evidence, tenant or verdict that it belongs to. */
export function openEvidence(evidence: Bound & Pick<SealedEvidence, 'sealed' | 'wrappedKey'>, vaultKey: Key): object {
  try {
    const ownKey = unseal(vaultKey.secret, evidence.wrappedKey, bindKey(evidence, vaultKey.id));
    return JSON.parse(unseal(ownKey, evidence.sealed, bindContent(evidence)).toString('utf8')) as object;
  } catch (cause) {
    throw errors.EVIDENCE_DAMAGED([evidence.id], { cause });
  }
}

/** Sealed bytes cannot be passed off as those of other evidence, another tenant or another verdict. */
function bindContent(evidence: Bound): string {
  return JSON.stringify(['tyrian evidence 1', evidence.id, evidence.tenant, evidence.verdict]);
}

function bindKey(evidence: Bound, keyId: string): string {
  return JSON.stringify(['tyrian evidence key 1', keyId, evidence.id]);
}

/** Nonce, tag and ciphertext in a row. */
function seal(key: Uint8Array, plain: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

function unseal(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
