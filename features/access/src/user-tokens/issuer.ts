import { Audience, TenantId } from '@tyrian/contracts';
import { z } from 'zod';

const ClaimName = z.string().min(1).max(100);

/** Names of claims, as an issuer has them. */
const ClaimNames = z
  .strictObject({
    account: ClaimName.default('sub'),
    audience: ClaimName.default('tyrian_audience'),
    method: ClaimName.default('age_method'),
    assurer: ClaimName.default('age_assurer'),
  })
  .prefault({});

/** Who may vouch for users, with where their keys are. Never taken from a token. */
export const Issuer = z.strictObject({
  /** As `iss` names it. */
  issuer: z.string().min(1).max(500),
  /** An http(s) URL, or the path of a file. */
  jwks: z.string().min(1).max(2_000),
  /** What `aud` must name. */
  audience: z.string().min(1).max(500),
  claims: ClaimNames,
  /** What the values of the audience claim mean, where they are not child, teen, adult or unknown. */
  audiences: z.record(z.string().max(100), Audience).optional(),
  /** Older tokens are not accepted, whatever they say of themselves. */
  maxAgeSeconds: z
    .number()
    .int()
    .positive()
    .max(30 * 86_400)
    .default(3_600),
  /** For whose users it speaks; absent: for those of all tenants. */
  tenants: z.array(TenantId).min(1).max(1_000).optional(),
});
export type Issuer = z.infer<typeof Issuer>;
