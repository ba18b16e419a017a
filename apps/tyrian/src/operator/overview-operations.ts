import { TenantId } from '@tyrian/contracts';
import { z } from 'zod';
import { policyStatuses } from '../live/policy-status.js';
import { operation } from './operation.js';
import { scopeOf, tenantWithin } from './scope.js';

/** The oldest case that waits is told to this number of cases. */
const CASES_MAX = 1_000;

/** How the platform stands. */
export const OVERVIEW_OPERATIONS = {
  'overview.read': operation(
    z.object({ since: z.number().int().nonnegative(), tenant: TenantId.optional() }),
    async (context, { since, tenant: wanted }) => {
      const { store, review, configured, live } = context;
      const scope = scopeOf(context);
      const tenant = tenantWithin(scope, wanted);
      const [traffic, policies, open, outward, database] = await Promise.all([
        store.traffic.since({ since, tenant }),
        policyStatuses(store, configured()),
        review.list('open', CASES_MAX),
        store.deliveries.status(),
        store.describe(),
      ]);
      const cases = open.filter((one) => (scope.childSafety || !one.quiet) && (!tenant || one.tenant === tenant));
      return {
        traffic,
        policies: policies.filter((one) => scope.tenant === null || one.tenant === null || one.tenant === scope.tenant),
        cases: { open: cases.length, oldestAt: cases.at(-1)?.openedAt ?? null },
        undelivered: outward.reduce((sum, { undelivered }) => sum + undelivered, 0),
        notProtected: live?.notProtected() ?? [],
        database,
      };
    },
  ),
} as const;
