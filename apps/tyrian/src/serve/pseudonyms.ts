import { createHmac } from 'node:crypto';
import { type Key, type Keys, type Pseudonym, type SubjectName, type TenantId, TyrianError } from '@tyrian/contracts';

/** Names that tell two accounts apart and lead back to neither without the key. */
export interface KeyedNames {
  account(tenant: TenantId, account: string): Pseudonym;
  fingerprint(tenant: TenantId, content: string): string;
  /** 0 to 100, always the same for the same account: who is in a canary. */
  canaryBucket(account: string): number;
}

/** The same names with what they were under the key before, so that a ladder outlives a rotation. */
export interface LadderNames {
  account(tenant: TenantId, account: string): SubjectName;
  address(tenant: TenantId, address: string): SubjectName;
  range(tenant: TenantId, range: string): string;
  likeness(tenant: TenantId, sample: string): string;
}

/** Of accounts that come again. */
const REMEMBERED_MAX = 4_096;

/** For so long after a rotation old and new pseudonyms are known to be one: longer than any strike counts. */
const OVERLAP_MS = 90 * 24 * 3_600_000;

export function createKeyedNames(keys: Keys): KeyedNames {
  const nameOf = rememberedNames();
  return {
    account: (tenant, account) => {
      const key = keys.current('pseudonym');
      return { value: nameOf(key, [tenant, account]), keyId: key.id };
    },
    fingerprint: (tenant, content) => keyedName(keys.current('content'), [tenant, content]),
    // A key of its own that is never rotated: whoever was in a canary stays in it.
    canaryBucket: (account) =>
      Math.floor((hmac(keys.current('canary'), ['canary', account]).readUInt32BE(0) / 2 ** 32) * 10_000) / 100,
  };
}

export function createLadderNames(keys: Keys, now: () => number = Date.now): LadderNames {
  const before = rememberedBefore(keys);
  function subject(parts: readonly string[]): SubjectName {
    const current = keys.current('pseudonym');
    const earlier = now() - current.createdAt < OVERLAP_MS ? before(current) : undefined;
    return { ...pseudonym(current, parts), ...(earlier && { before: keyedName(earlier, parts) }) };
  }
  return {
    account: (tenant, account) => subject([tenant, account]),
    address: (tenant, address) => subject([tenant, 'address', address]),
    range: (tenant, range) => keyedName(keys.current('pseudonym'), [tenant, 'range', range]),
    likeness: (tenant, sample) => keyedName(keys.current('content'), [tenant, 'likeness', sample]),
  };
}

/** Looks for the key before a key once. */
function rememberedBefore(keys: Keys): (current: Key) => Key | undefined {
  let known: { readonly of: string; readonly key: Key | undefined } | undefined;
  return (current) => {
    if (known?.of !== current.id) known = { of: current.id, key: keyBefore(keys, current) };
    return known.key;
  };
}

function keyBefore(keys: Keys, { id, purpose }: Key): Key | undefined {
  const number = Number(id.slice(purpose.length + 1));
  try {
    return number > 1 ? keys.byId(`${purpose}-${number - 1}`) : undefined;
  } catch (fault) {
    // Thrown away by the operator: then nobody is to be known by it.
    if (fault instanceof TyrianError && fault.code === 'KEY_UNKNOWN') return undefined;
    throw fault;
  }
}

/** `keyedName` for parts that come with every request; forgets all when the key changes, or when there are too many. */
function rememberedNames(): (key: Key, parts: readonly string[]) => string {
  const known = new Map<string, string>();
  let of: Key['secret'] | undefined;
  return (key, parts) => {
    if (of !== key.secret || known.size >= REMEMBERED_MAX) known.clear();
    of = key.secret;
    const asked = JSON.stringify(parts);
    const name = known.get(asked) ?? keyedName(key, parts);
    known.set(asked, name);
    return name;
  };
}

function pseudonym(key: Key, parts: readonly string[]): Pseudonym {
  return { value: keyedName(key, parts), keyId: key.id };
}

/** What something is called under one key. */
export function keyedName(key: Key, parts: readonly string[]): string {
  return hmac(key, parts).toString('base64url');
}

function hmac({ secret }: Key, parts: readonly string[]): Buffer {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
}
