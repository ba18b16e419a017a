import type { Access, Principal } from '@tyrian/access';
import type { Principals } from '@tyrian/gateway';
import type { LiveGuards } from '../live/live-guards.js';

/** Who calls, once the guard that their key is bound to is there. Throws KEY_POLICY_UNLOADABLE. */
export function createPrincipals(
  access: Pick<Access, 'authenticate'>,
  guards: Pick<LiveGuards, 'prepare'>,
): Principals {
  return {
    async authenticate(token): Promise<Principal | undefined> {
      const principal = await access.authenticate(token);
      if (principal?.policy != null) await guards.prepare(principal.tenant, principal.policy);
      return principal;
    },
  };
}
