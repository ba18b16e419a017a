import { z } from 'zod';

/**
 * Proxies whose `X-Forwarded-For` is believed, by address or range. From the right, the first address that is none of
 * theirs is the client's; what a client writes there itself stands further left.
 */
export const TrustedProxies = z
  .array(
    z
      .union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
      .refine((one) => !one.endsWith('/0'), 'a range of all addresses would believe everybody')
      .refine((one) => !/^::ffff:.*\//i.test(one), 'a range of IPv4 addresses is written as such, as in 10.0.0.0/8'),
  )
  .max(64);
