import type { Access } from '@tyrian/access';
import { type Audience, TenantId } from '@tyrian/contracts';

/** Makes the first API key where there is none, and gives its secret. */
export async function ensureFirstKey(access: Access, audience: Audience): Promise<string | undefined> {
  const keys = await access.list();
  if (keys.some(({ revokedAt }) => revokedAt === null)) return undefined;
  const { token } = await access.create({
    tenant: TenantId.parse('default'),
    name: 'first key',
    audience,
    refusal: 'error',
  });
  return token;
}
