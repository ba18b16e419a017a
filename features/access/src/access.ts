import {
  type ApiKey,
  type ApiKeyId,
  type ApiKeys,
  type Audience,
  errors,
  KeyBinding,
  newId,
  type RefusalStyle,
  stricterAudience,
  type TenantId,
} from '@tyrian/contracts';
import { createKeyCache } from './key-cache.js';
import { type Principal, principalOf } from './principal.js';
import { hashToken, hintOf, isToken, newToken } from './token.js';

export interface NewApiKey extends Partial<KeyBinding> {
  readonly tenant: TenantId;
  readonly name: string;
  readonly audience: Audience;
  readonly refusal: RefusalStyle;
}

export interface Access {
  /**
   * Undefined for a token that is unknown, revoked, expired, or rotated away. A key that was changed elsewhere is known
   * as it was for up to 2 s more.
   */
  authenticate(token: string): Promise<Principal | undefined>;
  /** The token is in the answer and nowhere else. Throws INVALID_INPUT. */
  create(key: NewApiKey): Promise<{ token: string; key: ApiKey }>;
  list(): Promise<readonly ApiKey[]>;
  /** Throws NOT_FOUND. */
  show(id: ApiKeyId): Promise<ApiKey>;
  /** Throws NOT_FOUND. */
  revoke(id: ApiKeyId): Promise<ApiKey>;
  /**
   * A new secret for the same key, with the same budget; the old one counts for `overlapMs` more, the one before that no
   * longer. Throws NOT_FOUND.
   */
  rotate(id: ApiKeyId, overlapMs: number): Promise<{ token: string; key: ApiKey }>;
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

  async function keyOf(hash: string): Promise<ApiKey | undefined> {
    const cached = cache.get(hash);
    if (cached) return cached.key;
    const key = await apiKeys.findByHash(hash);
    cache.set(hash, key);
    return key;
  }

  function forget(key: ApiKey): void {
    cache.forget(key.hash);
    if (key.previous) cache.forget(key.previous.hash);
  }

  async function show(id: ApiKeyId): Promise<ApiKey> {
    const key = await apiKeys.find(id);
    if (!key) throw errors.NOT_FOUND([`API key ${id}`]);
    return key;
  }

  return {
    async authenticate(token) {
      if (!isToken(token)) return undefined;
      const hash = hashToken(token);
      const key = await keyOf(hash);
      return key && principalOf(key, hash, now());
    },

    async create({ tenant, name, audience, refusal, ...given }) {
      const binding = KeyBinding.parse(given);
      refuseSenseless(audience, binding, now());
      const token = newToken();
      const key: ApiKey = {
        id: newId('apiKey'),
        tenant,
        name,
        audience,
        refusal,
        ...binding,
        hash: hashToken(token),
        hint: hintOf(token),
        createdAt: now(),
        revokedAt: null,
        previous: null,
      };
      await apiKeys.insert(key);
      return { token, key };
    },

    list: () => apiKeys.list(),
    show,

    async revoke(id) {
      const key = await apiKeys.revoke(id, now());
      if (!key) throw errors.NOT_FOUND([`API key ${id}`]);
      forget(key);
      return key;
    },

    async rotate(id, overlapMs) {
      const before = await show(id);
      const token = newToken();
      const at = now();
      const key = await apiKeys.rotate(id, {
        hash: hashToken(token),
        hint: hintOf(token),
        at,
        until: at + overlapMs,
      });
      if (!key) throw errors.NOT_FOUND([`API key ${id} in use`]);
      forget(before);
      forget(key);
      return { token, key };
    },
  };
}

function refuseSenseless(audience: Audience, { claimed, expiresAt }: KeyBinding, now: number): void {
  if (claimed !== null && stricterAudience(audience, claimed) !== audience)
    throw errors.INVALID_INPUT([
      `what a claim may give (${claimed}) must not be stricter than the audience (${audience})`,
    ]);
  if (expiresAt !== null && expiresAt <= now) throw errors.INVALID_INPUT(['the key would have expired already']);
}
