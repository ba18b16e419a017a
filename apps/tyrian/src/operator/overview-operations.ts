import { TenantId } from '@tyrian/contracts';
import { z } from 'zod';
import { policyStatuses } from '../live/policy-status.js';
import { operation } from './operation.js';
import { scopeOf, tenantWithin } from './scope.js';

/** How the platform stands. */
export const OVERVIEW_OPERATIONS = {
  'overview.read': operation(
    z.object({ since: z.number().int().nonnegative(), tenant: TenantId.optional() }),
    async (context, { since, tenant: wanted }) => {
      const { store, review, configured, live } = context;
      const scope = scopeOf(context);
      const tenant = tenantWithin(scope, wanted);
      const seen = { ...scope, tenant: tenant ?? null };
      const [traffic, policies, queues, oldestAt, outward, database] = await Promise.all([
        store.traffic.since({ since, tenant }),
        policyStatuses(store, configured()),
        review.counts(seen),
        review.oldestAt(seen),
        store.deliveries.status(),
        store.describe(),
      ]);
      return {
        traffic,
        policies: policies.filter((one) => scope.tenant === null || one.tenant === null || one.tenant === scope.tenant),
        cases: {
          open: queues.reduce((sum, { open }) => sum + open, 0),
          isMore: queues.some(({ isMore }) => isMore),
          oldestAt,
          queues,
        },
        undelivered: outward.reduce((sum, { undelivered }) => sum + undelivered, 0),
        notProtected: live?.notProtected() ?? [],
        database,
      };
    },
  ),
} as const;
