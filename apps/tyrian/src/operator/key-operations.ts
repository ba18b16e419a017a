import {
  ApiKey,
  ApiKeyId,
  Audience,
  errors,
  KeyBinding,
  RefusalStyle,
  type TenantId as Tenant,
  TenantId,
} from '@tyrian/contracts';
import { z } from 'zod';
import { SHIPPED_POLICIES } from '../assets.js';
import { findKeyPolicy } from '../live/key-policy.js';
import { type OperatorContext, operation } from './operation.js';
import { scopeOf } from './scope.js';

/** The old secret of a rotated key is a risk for as long as it counts. */
const LONGEST_OVERLAP_MS = 30 * 86_400_000;

/** A key as people may see it: without the hashes of its secrets. */
export const ShownKey = ApiKey.omit({ hash: true, previous: true }).extend({
  /** Until when the secret before the last rotation counts; null where there is none. */
  previousUntil: z.number().int().nullable(),
});
export type ShownKey = z.infer<typeof ShownKey>;

function shown({ hash: _hash, previous, ...key }: ApiKey): ShownKey {
  return { ...key, previousUntil: previous?.until ?? null };
}

/** What an operator can do with API keys. A secret is in the answer that makes it and nowhere else. */
export const KEY_OPERATIONS = {
  'key.create': operation(
    z.object({
      tenant: TenantId,
      name: z.string().min(1).max(100),
      audience: Audience,
      refusal: RefusalStyle,
      ...KeyBinding.shape,
    }),
    async (context, wanted) => {
      if (!isInReach(context, wanted)) throw errors.NOT_FOUND([`tenant ${wanted.tenant} in your reach`]);
      if (wanted.policy !== null) await refuseUnknown(context, wanted.tenant, wanted.policy);
      const { token, key } = await context.access.create(wanted);
      return { token, key: shown(key) };
    },
  ),
  'key.list': operation(z.object({}), async (context) => {
    const all = await context.access.list();
    return all.filter((key) => isInReach(context, key)).map(shown);
  }),
  'key.show': operation(z.object({ id: ApiKeyId }), async (context, { id }) => shown(await reachable(context, id))),
  'key.revoke': operation(z.object({ id: ApiKeyId }), async (context, { id }) => {
    await reachable(context, id);
    return shown(await context.access.revoke(id));
  }),
  'key.renew': operation(
    z.object({ id: ApiKeyId, overlapMs: z.number().int().min(0).max(LONGEST_OVERLAP_MS) }),
    async (context, { id, overlapMs }) => {
      await reachable(context, id);
      const { token, key } = await context.access.rotate(id, overlapMs);
      return { token, key: shown(key) };
    },
  ),
} as const;

/** A key of another tenant is to a member as if there were none. */
async function reachable(context: OperatorContext, id: ApiKeyId): Promise<ApiKey> {
  const key = await context.access.show(id);
  if (!isInReach(context, key)) throw errors.NOT_FOUND([`API key ${id}`]);
  return key;
}

function isInReach(context: OperatorContext, { tenant }: { readonly tenant: Tenant }): boolean {
  const { tenant: own } = scopeOf(context);
  return own === null || own === tenant;
}

async function refuseUnknown({ store, configured }: OperatorContext, tenant: Tenant, name: string): Promise<void> {
  const found = await findKeyPolicy(store, { tenant, name, configured: configured() });
  if (!found) throw errors.POLICY_UNKNOWN([name, SHIPPED_POLICIES.join(', ')]);
}
