import { z } from 'zod';

/**
 * Proxies whose `X-Forwarded-For` is believed, by address or range. From the right, the first address that is none of
 * theirs is the client's; what a client writes there itself stands further left.
 */
export const TrustedProxies = z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).max(64);
