import { AssuranceName, type Assured, Audience, errors, type TenantId, TyrianError } from '@tyrian/contracts';
import { decodeJwt, type JWTPayload, type JWTVerifyGetKey, errors as joseErrors, jwtVerify } from 'jose';
import type { Issuer } from './issuer.js';
import { createKeySet } from './key-set.js';
import { type KeySource, keySource } from './key-source.js';

/** What a signed token says of a user. */
export interface UserClaims {
  readonly account?: string | undefined;
  readonly audience?: Audience | undefined;
  /** Who says of which audience they are; there where `audience` is. */
  readonly assured?: Assured | undefined;
}

export interface UserTokens {
  /** Throws USER_TOKEN_INVALID, or USER_TOKEN_UNVERIFIABLE while the issuer's keys cannot be read. */
  verify(token: string, of: { readonly tenant: TenantId }): Promise<UserClaims>;
}

/** Characters; a header is not larger either. */
const MAX_TOKEN = 8_192;
const CLOCK_TOLERANCE_SECONDS = 10;
/** Signatures that only the issuer can make: a shared secret, or a public key taken for one, proves nothing. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** As accounts are named at the doors. */
const ACCOUNT = /^[A-Za-z0-9_.:/@+=|~-]{1,256}$/;

interface KnownIssuer extends Issuer {
  readonly keys: JWTVerifyGetKey;
}

/**
 * Reads tokens in which a platform, or whoever checks ages for it, says who a user is.
 *
 * @example
 * const userTokens = createUserTokens({ issuers: config.issuers });
 * const { audience } = await userTokens.verify(token, principal);
 */
export function createUserTokens({
  issuers,
  now = Date.now,
  sourceOf = keySource,
}: {
  readonly issuers: readonly Issuer[];
  readonly now?: () => number;
  readonly sourceOf?: (place: string) => KeySource;
}): UserTokens {
  const known = issuers.map((issuer): KnownIssuer => ({ ...issuer, keys: createKeySet(sourceOf(issuer.jwks), now) }));

  /** Which keys to check with. That the token really comes from there is what the check is for. */
  function issuerOf(token: string, tenant: TenantId): KnownIssuer {
    const { iss } = decodeJwt(token);
    const found = known.find(({ issuer, tenants }) => issuer === iss && (tenants?.includes(tenant) ?? true));
    if (!found) throw invalid('its issuer is not configured here');
    return found;
  }

  return {
    async verify(token, { tenant }) {
      if (token.length > MAX_TOKEN) throw invalid(`it is longer than ${MAX_TOKEN} characters`);
      try {
        const issuer = issuerOf(token, tenant);
        const { payload } = await jwtVerify(token, issuer.keys, {
          issuer: issuer.issuer,
          audience: issuer.audience,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          maxTokenAge: issuer.maxAgeSeconds,
          requiredClaims: ['exp'],
          currentDate: new Date(now()),
        });
        return claimsOf(payload, issuer);
      } catch (cause) {
        throw cause instanceof TyrianError ? cause : invalid(reasonOf(cause), cause);
      }
    },
  };
}

function claimsOf(payload: JWTPayload, { issuer, claims, audiences }: Issuer): UserClaims {
  const account = stringClaim(payload, claims.account);
  if (account !== undefined && !ACCOUNT.test(account)) throw invalid('its account is not a name that is taken here');
  const audience = audienceOf(payload[claims.audience], audiences);
  if (audience === undefined) return { account };
  const method = nameOf(payload, claims.method);
  const assurer = nameOf(payload, claims.assurer);
  return { account, audience, assured: { issuer, method, assurer } };
}

function audienceOf(value: unknown, audiences: Issuer['audiences']): Audience | undefined {
  if (value === undefined || value === null) return undefined;
  const said = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  const meant =
    typeof said === 'string' && audiences && Object.hasOwn(audiences, said)
      ? audiences[said]
      : audiences
        ? undefined
        : said;
  const parsed = Audience.safeParse(meant);
  // Not the same as silence: somebody said an age, and nobody here knows which.
  if (!parsed.success) throw invalid('its audience is none that is known here');
  return parsed.data;
}

function nameOf(payload: JWTPayload, claim: string): string | null {
  const said = stringClaim(payload, claim);
  if (said === undefined) return null;
  const parsed = AssuranceName.safeParse(said);
  if (!parsed.success) throw invalid('its method or assurer is not a short name');
  return parsed.data;
}

function stringClaim(payload: JWTPayload, claim: string): string | undefined {
  const value = payload[claim];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid('one of its claims is not a text');
  return value;
}

function invalid(reason: string, cause?: unknown): TyrianError {
  return errors.USER_TOKEN_INVALID([reason], { cause });
}

/** In our words: those of the token may be about somebody. */
function reasonOf(cause: unknown): string {
  if (cause instanceof joseErrors.JWTExpired) return 'it has expired, or is too old';
  if (cause instanceof joseErrors.JWTClaimValidationFailed)
    return REGISTERED.has(cause.claim) ? `its claim ${cause.claim} is not what is expected here` : 'a claim is wrong';
  if (cause instanceof joseErrors.JOSEAlgNotAllowed) return 'its algorithm is not one that is taken here';
  if (cause instanceof joseErrors.JWKSNoMatchingKey) return 'its issuer has no such key';
  if (cause instanceof joseErrors.JWKSMultipleMatchingKeys) return 'it does not say which key it was signed with';
  if (cause instanceof joseErrors.JWSSignatureVerificationFailed) return 'its signature does not fit';
  return 'it is not a signed token';
}

const REGISTERED: ReadonlySet<string> = new Set(['iss', 'aud', 'exp', 'nbf', 'iat']);
