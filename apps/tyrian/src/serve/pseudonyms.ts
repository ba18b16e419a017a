import { createHmac } from 'node:crypto';
import type { Keys, Pseudonym, TenantId } from '@tyrian/contracts';

/** Names that tell two accounts apart and lead back to neither without the key. */
export interface KeyedNames {
  account(tenant: TenantId, account: string): Pseudonym;
  fingerprint(tenant: TenantId, content: string): string;
  /** 0 to 100, always the same for the same account: who is in a canary. */
  canaryBucket(account: string): number;
}

export function createKeyedNames(keys: Keys): KeyedNames {
  const hmac = (secret: Uint8Array, parts: readonly string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  return {
    account(tenant, account) {
      const { id, secret } = keys.current('pseudonym');
      return { value: hmac(secret, [tenant, account]).toString('base64url'), keyId: id };
    },
    fingerprint: (tenant, content) => hmac(keys.current('content').secret, [tenant, content]).toString('base64url'),
    canaryBucket: (account) =>
      Math.floor((hmac(keys.current('pseudonym').secret, ['canary', account]).readUInt32BE(0) / 2 ** 32) * 10_000) /
      100,
  };
}
