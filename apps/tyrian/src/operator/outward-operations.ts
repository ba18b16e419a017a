import { z } from 'zod';
import { operation } from './operation.js';

/** What an operator can ask of the queues to the outside. */
export const OUTWARD_OPERATIONS = {
  'webhook.status': operation(z.object({}), ({ store }) => store.deliveries.status()),
  'webhook.resend': operation(z.object({ endpoint: z.string().min(1).max(40) }), async ({ store }, { endpoint }) => ({
    endpoint,
    resent: await store.deliveries.resend(endpoint),
  })),
} as const;
