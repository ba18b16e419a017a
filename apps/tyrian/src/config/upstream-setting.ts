import { UPSTREAM_APIS } from '@tyrian/gateway';
import { z } from 'zod';

/** One model server of several. */
export const UpstreamSetting = z.strictObject({
  /** How logs, states and keys call it. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and dashes'),
  /** Up to and with `/v1` where it speaks OpenAI's API, without it else. */
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  apis: z.array(z.enum(UPSTREAM_APIS)).min(1),
  /** Globs of the models that it serves; all unless given. */
  models: z.array(z.string().min(1).max(200)).min(1).max(200).optional(),
  /** How much of the load it takes, against the others. */
  weight: z.number().positive().max(1_000).default(1),
  /** The environment variable that holds its key. */
  keyFrom: z
    .string()
    .regex(/^TYRIAN_UPSTREAM_KEY(_[A-Z0-9_]{1,40})?$/, 'must be TYRIAN_UPSTREAM_KEY or TYRIAN_UPSTREAM_KEY_NAME')
    .optional(),
});
export type UpstreamSetting = z.infer<typeof UpstreamSetting>;
