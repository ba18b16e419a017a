import { Audience, errors, isAssured, type Policy, stricterAudience } from '@tyrian/contracts';
import type { Principal, UserClaims } from '../ports.js';

interface Said {
  readonly principal: Pick<Principal, 'audience' | 'claimed'>;
  /** What a signed token says of the user. */
  readonly claims?: UserClaims | undefined;
  readonly policy: Pick<Policy, 'assurance'>;
  /** What the request asks for, in its header and in its body. */
  readonly asked: readonly unknown[];
}

/**
 * The audience of a request: what its key says, or a signed claim within the key's bound, and what the request asks for
 * where that is stricter. Where the policy demands an assurance that is not there, nobody is an adult.
 */
export function audienceOf({ principal, claims, policy, asked }: Said): Audience {
  const given = assuredAudience(principal, claims, policy);
  return asked.reduce<Audience>((audience, one) => tightenAudience(audience, one), given);
}

function assuredAudience(
  { audience, claimed }: Said['principal'],
  claims: UserClaims | undefined,
  policy: Said['policy'],
) {
  // Who issues tokens and does not know says no more than who issues none.
  const said = claims?.audience === 'unknown' ? undefined : claims?.audience;
  const given = said === undefined ? audience : stricterAudience(loosest(audience, claimed ?? audience), said);
  if (given !== 'adult' || isAssured(claims?.assured, policy.assurance?.adult)) return given;
  return stricterAudience(audience, 'unknown');
}

function loosest(own: Audience, claimed: Audience): Audience {
  return stricterAudience(own, claimed) === own ? claimed : own;
}

function tightenAudience(own: Audience, asked: unknown): Audience {
  if (asked === undefined) return own;
  const parsed = Audience.safeParse(asked);
  if (!parsed.success) throw errors.INVALID_INPUT([`x-tyrian-audience must be one of ${Audience.options.join(', ')}`]);
  return stricterAudience(own, parsed.data);
}
