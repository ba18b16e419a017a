import { errors, type Notices } from '@tyrian/contracts';
import { z } from 'zod';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How many notices and appeals together come in. */
export const NoticeLimits = z.strictObject({
  /** Of one address. */
  perAddressAndHour: z.number().int().min(1).max(10_000).default(20),
  /** Of all. */
  perMinute: z.number().int().min(1).max(100_000).default(120),
});
export type NoticeLimits = z.infer<typeof NoticeLimits>;

/** Counted in the database, over all machines. Throws RATE_LIMITED; trusted flaggers have the limit of all alone. */
export async function requirePlace(
  notices: Notices,
  limits: NoticeLimits,
  { reporter, isTrusted, at }: { readonly reporter: string; readonly isTrusted: boolean; readonly at: number },
): Promise<void> {
  const { fromReporter, inAll } = await notices.received(reporter, at - HOUR_MS, at - MINUTE_MS);
  if (!isTrusted && fromReporter >= limits.perAddressAndHour)
    throw errors.RATE_LIMITED(['address', HOUR_MS / 1_000], { retryAfter: HOUR_MS / 1_000 });
  if (inAll >= limits.perMinute)
    throw errors.RATE_LIMITED(['form', MINUTE_MS / 1_000], { retryAfter: MINUTE_MS / 1_000 });
}
