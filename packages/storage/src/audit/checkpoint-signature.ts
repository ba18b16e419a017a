import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { type Checkpoint, CheckpointBody, type Key } from '@tyrian/contracts';

/** What stands before a raw Ed25519 seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(key: Key): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, key.secret]), format: 'der', type: 'pkcs8' });
}

/** The public key, as it stands in exported checkpoints. */
export function checkpointPublicKey(key: Key): string {
  return createPublicKey(signingKey(key)).export({ type: 'spki', format: 'pem' }).toString();
}

export function signCheckpoint(body: CheckpointBody, key: Key): Checkpoint {
  const text = JSON.stringify(body);
  return {
    body: text,
    signature: sign(null, Buffer.from(text), signingKey(key)).toString('base64url'),
    keyId: key.id,
    publicKey: checkpointPublicKey(key),
  };
}

/** What the next checkpoint calls this one. */
export function checkpointHash(checkpoint: Pick<Checkpoint, 'body'>): string {
  return hash('sha256', checkpoint.body, 'hex');
}

/**
 * True if the checkpoint is as its own public key signed it. Whose key that is, is for the reader to know.
 *
 * @example
 * verifyCheckpointSignature(JSON.parse(await readFile('checkpoint.json', 'utf8')));
 */
export function verifyCheckpointSignature(checkpoint: Checkpoint): boolean {
  try {
    const publicKey = createPublicKey(checkpoint.publicKey);
    if (publicKey.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(checkpoint.body), publicKey, Buffer.from(checkpoint.signature, 'base64url'));
  } catch {
    // What is not a key at all has signed nothing.
    return false;
  }
}

/** The body of a checkpoint, or undefined where the text is none. */
export function readCheckpointBody(checkpoint: Pick<Checkpoint, 'body'>): CheckpointBody | undefined {
  try {
    return CheckpointBody.safeParse(JSON.parse(checkpoint.body)).data;
  } catch {
    // Not JSON.
    return undefined;
  }
}
