import { TenantId, TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCE, startIssuer, type TestIssuer } from './_issuing.js';
import { Issuer } from './issuer.js';
import { createUserTokens, type UserClaims, type UserTokens } from './user-tokens.js';

const ACME = { tenant: TenantId.parse('acme') };
const NOW = Date.UTC(2026, 10, 27);
const CLAIMS = { tyrian_audience: 'teen', age_method: 'bank' };
let issuer: TestIssuer;
let tokens: UserTokens;
let token: string;
let signed: UserClaims;

beforeAll(async () => {
  issuer = await startIssuer(() => NOW);
  const setting = Issuer.parse({ issuer: issuer.url, jwks: issuer.url, audience: AUDIENCE });
  tokens = createUserTokens({ issuers: [setting], now: () => NOW });
  token = await issuer.token(CLAIMS);
  signed = await tokens.verify(token, ACME);
});
afterAll(() => issuer.close());

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Undefined where it is refused; any error but one of ours goes on. */
async function claimsOf(text: string): Promise<UserClaims | undefined> {
  try {
    return await tokens.verify(text, ACME);
  } catch (fault) {
    if (fault instanceof TyrianError && fault.code === 'USER_TOKEN_INVALID') return undefined;
    throw fault;
  }
}

const at = fc.noBias(fc.nat({ max: 99_999 })).map((one) => one / 100_000);

describe('a user token', () => {
  it('is what was signed, whatever was done to its letters', async () => {
    const changes = fc.array(fc.tuple(at, fc.nat({ max: 7 }), fc.constantFrom('turn', 'cut', 'add')), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        let text = token;
        for (const [where, bit, how] of all) {
          const index = Math.floor(where * text.length);
          const turned = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
          text = text.slice(0, index) + (how === 'cut' ? '' : turned) + text.slice(how === 'add' ? index : index + 1);
        }
        const claims = await claimsOf(text);
        // One signature has several spellings in base64; what is signed has one.
        if (claims === undefined) return;
        expect(text.split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2));
        expect(claims).toEqual(signed);
      }),
      { numRuns: 400 },
    );
    expect(signed).toMatchObject({ account: 'user-1', audience: 'teen' });
  });

  it('is not made of anything else', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.oneof(fc.json(), fc.base64String()).map((one) => Buffer.from(one).toString('base64url')),
          { maxLength: 6 },
        )
        .map((parts) => parts.join('.')),
      fc.nat({ max: 20_000 }).map((length) => '.'.repeat(length)),
      fc.nat({ max: 9_000 }).map((length) => token + 'A'.repeat(length + 1)),
      fc
        .nat({ max: 6_000 })
        .map(
          (depth) => `${part({ alg: 'ES256' })}.${Buffer.from(`{"iss":${'['.repeat(depth)}`).toString('base64url')}.A`,
        ),
    );
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        expect(await claimsOf(one)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('counts by its own header and claims alone: none of them goes with the signature of another', async () => {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const header = fc.record(
      {
        alg: fc.constantFrom<unknown>(
          'none',
          'None',
          'NONE',
          '',
          'HS256',
          'HS512',
          'RS256',
          'ES384',
          'EdDSA',
          7,
          null,
          ['ES256'],
        ),
        kid: fc.constantFrom<unknown>('first', 'other', '../../x', '', 7, null, undefined),
        typ: fc.constantFrom('JWT', 'at+jwt', 'JWE'),
        crit: fc.constantFrom<unknown>(['b64'], ['x'], [], 'b64'),
        b64: fc.boolean(),
        jwk: fc.constant(issuer.publicKeys()[0]),
        jku: fc.constant('http://127.0.0.1:1/keys'),
        x5c: fc.constant(['MA==']),
        zip: fc.constant('DEF'),
      },
      { requiredKeys: ['alg'] },
    );
    const claims = fc.record(
      {
        iss: fc.constantFrom<unknown>(issuer.url, `${issuer.url}/`, [issuer.url], 7, null),
        aud: fc.constantFrom<unknown>(AUDIENCE, [AUDIENCE], 'other', {}),
        exp: fc.constantFrom<unknown>(9e9, 1, -1, '9e9', 1e308, null),
        iat: fc.constantFrom<unknown>(NOW / 1000, 0, 'now', 9e9),
        sub: fc.constantFrom<unknown>('user-1', 'admin', 7, {}),
        tyrian_audience: fc.constantFrom<unknown>('adult', 'teen', ['adult'], true),
      },
      { requiredKeys: ['iss'] },
    );
    const ending = fc.constantFrom(
      `.${signature}`,
      '.',
      '',
      '.AAAA',
      `.${signature}.${signature}`,
      `.${signature}=`,
      '..',
    );
    await fc.assert(
      fc.asyncProperty(header, claims, ending, fc.boolean(), async (one, other, end, keepsPayload) => {
        expect(await claimsOf(`${part(one)}.${keepsPayload ? payload : part(other)}${end}`)).toBeUndefined();
        expect(await claimsOf(`${head}.${part(other)}${end}`)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(issuer.asked()).toBe(1);
  });

  it('of an issuer that means it badly is read or refused, never more', async () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>('adult', 'teen', 'child', 'unknown', '__proto__'),
    );
    const claims = fc.record(
      {
        sub: odd,
        tyrian_audience: odd,
        age_method: odd,
        age_assurer: odd,
        aud: odd,
        exp: odd,
        nbf: odd,
        iat: odd,
        __proto__: odd,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(claims, async (given) => {
        const said = await claimsOf(await issuer.token(given).catch(() => ''));
        if (said?.audience !== undefined) expect(['child', 'teen', 'adult', 'unknown']).toContain(said.audience);
        if (said?.account !== undefined) expect(said.account).toBe(given.sub);
      }),
      { numRuns: 200 },
    );
  });
});
