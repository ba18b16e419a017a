import { createHash, createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import type { CheckpointBody, Key } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import {
  checkpointHash,
  checkpointPublicKey,
  readCheckpointBody,
  signCheckpoint,
  verifyCheckpointSignature,
} from './checkpoint-signature.js';

const keyOf = (secret: Uint8Array): Key => ({ id: 'checkpoint-1', purpose: 'checkpoint', createdAt: 0, secret });
const key = keyOf(randomBytes(32));
const body: CheckpointBody = {
  schemaVersion: 1,
  number: 7,
  at: 1_800_000_000_000,
  previous: '0'.repeat(64),
  heads: [{ writer: 'w1', seq: 3, hash: 'ab'.repeat(32) }],
};
const signed = signCheckpoint(body, key);

describe('the key of a checkpoint', () => {
  it.each([
    // RFC 8032, section 7.1, tests 1 and 2: secret and public key.
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    ],
  ])('is Ed25519: %s', (secret, publicKey) => {
    const pem = checkpointPublicKey(keyOf(Buffer.from(secret, 'hex')));
    const raw = createPublicKey(pem).export({ format: 'jwk' }).x ?? '';
    expect(Buffer.from(raw, 'base64url').toString('hex')).toBe(publicKey);
  });
});

describe('a signed checkpoint', () => {
  it('can be checked by anybody with its public key and nothing of ours', () => {
    const signature = Buffer.from(signed.signature, 'base64url');
    expect(verify(null, Buffer.from(signed.body), createPublicKey(signed.publicKey), signature)).toBe(true);
    expect(JSON.parse(signed.body)).toEqual(body);
    expect(signed.keyId).toBe('checkpoint-1');
  });

  it('shows nothing of the secret', () => {
    const secret = Buffer.from(key.secret);
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(JSON.stringify(signed)).not.toContain(secret.toString(form));
  });

  it('is always the same for the same heads', () => {
    expect(signCheckpoint(body, key)).toEqual(signed);
    expect(signCheckpoint({ ...body, number: 8 }, key).signature).not.toBe(signed.signature);
  });

  it('is not believed when any letter of body or signature is another', () => {
    expect(verifyCheckpointSignature(signed)).toBe(true);
    for (let at = 0; at < signed.body.length; at += 7) {
      const other = signed.body[at] === '1' ? '2' : '1';
      const changed = signed.body.slice(0, at) + other + signed.body.slice(at + 1);
      expect(verifyCheckpointSignature({ ...signed, body: changed })).toBe(false);
    }
    const bytes = Buffer.from(signed.signature, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      expect(verifyCheckpointSignature({ ...signed, signature: changed.toString('base64url') })).toBe(false);
    }
  });

  it('is not believed with a key of another kind, another owner or none', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const others = [
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      checkpointPublicKey(keyOf(randomBytes(32))),
      '',
      'no key',
    ];
    for (const other of others) expect(verifyCheckpointSignature({ ...signed, publicKey: other })).toBe(false);
  });

  it('is called by the hash of its body as it was signed', () => {
    expect(checkpointHash(signed)).toBe(createHash('sha256').update(signed.body).digest('hex'));
    expect(checkpointHash({ body: `${signed.body} ` })).not.toBe(checkpointHash(signed));
  });
});

describe('the body of a checkpoint', () => {
  it('is read where it is one', () => {
    expect(readCheckpointBody(signed)).toEqual(body);
  });

  it.each([
    '',
    'no json',
    '{}',
    'null',
    '[]',
    JSON.stringify({ ...body, schemaVersion: 2 }),
    JSON.stringify({ ...body, heads: [{}] }),
  ])('is none: %s', (text) => {
    expect(readCheckpointBody({ body: text })).toBeUndefined();
  });
});
