import {
  type ApiKey,
  type ApiKeyId,
  type ApiKeys,
  type Audience,
  errors,
  newId,
  type RefusalStyle,
  type TenantId,
} from '@tyrian/contracts';
import { createKeyCache } from './key-cache.js';
import { hashToken, hintOf, isToken, newToken } from './token.js';

/** Who calls: what an API key stands for. */
export interface Principal {
  readonly keyId: ApiKeyId;
  readonly tenant: TenantId;
  readonly audience: Audience;
  readonly refusal: RefusalStyle;
}

export interface NewApiKey {
  readonly tenant: TenantId;
  readonly name: string;
  readonly audience: Audience;
  readonly refusal: RefusalStyle;
}

export interface Access {
  /** Undefined for a token that is unknown or revoked. A key that was revoked elsewhere is known for up to 2 s more. */
  authenticate(token: string): Promise<Principal | undefined>;
  /** The token is in the answer and nowhere else. */
  create(key: NewApiKey): Promise<{ token: string; key: ApiKey }>;
  list(): Promise<readonly ApiKey[]>;
  /** Throws NOT_FOUND. */
  revoke(id: ApiKeyId): Promise<ApiKey>;
}

/**
 * API keys: who may call, as which tenant and for which audience.
 *
 * @example
 * const access = createAccess({ apiKeys: store.apiKeys });
 * const { token } = await access.create({ tenant, name: 'web', audience: 'unknown', refusal: 'error' });
 */
export function createAccess({ apiKeys, now = Date.now }: { apiKeys: ApiKeys; now?: () => number }): Access {
  const cache = createKeyCache(now);

  async function keyOf(token: string): Promise<ApiKey | undefined> {
    const hash = hashToken(token);
    const cached = cache.get(hash);
    if (cached) return cached.key;
    const key = await apiKeys.findByHash(hash);
    cache.set(hash, key);
    return key;
  }

  return {
    async authenticate(token) {
      if (!isToken(token)) return undefined;
      const key = await keyOf(token);
      if (!key || key.revokedAt !== null) return undefined;
      return { keyId: key.id, tenant: key.tenant, audience: key.audience, refusal: key.refusal };
    },

    async create(wanted) {
      const token = newToken();
      const key: ApiKey = {
        id: newId('apiKey'),
        ...wanted,
        hash: hashToken(token),
        hint: hintOf(token),
        createdAt: now(),
        revokedAt: null,
      };
      await apiKeys.insert(key);
      return { token, key };
    },

    list: () => apiKeys.list(),

    async revoke(id) {
      const key = await apiKeys.revoke(id, now());
      if (!key) throw errors.NOT_FOUND([`API key ${id}`]);
      cache.forget(key.hash);
      return key;
    },
  };
}
