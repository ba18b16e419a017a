import type { ApiKey } from '@tyrian/contracts';

/** Who calls: what an API key stands for. */
export interface Principal
  extends Pick<ApiKey, 'tenant' | 'audience' | 'refusal' | 'policy' | 'upstream' | 'dialect' | 'budget' | 'claimed'> {
  readonly keyId: ApiKey['id'];
}

/** What a key stands for at a time, by the hash of the secret that came; undefined where it lets nobody in. */
export function principalOf(key: ApiKey, hash: string, now: number): Principal | undefined {
  if (key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) return undefined;
  if (key.hash !== hash && (key.previous?.hash !== hash || key.previous.until <= now)) return undefined;
  const { id: keyId, tenant, audience, refusal, policy, upstream, dialect, budget, claimed } = key;
  return { keyId, tenant, audience, refusal, policy, upstream, dialect, budget, claimed };
}
