import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantId } from '@tyrian/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIENCE, type Claims, startIssuer, type TestIssuer } from './_issuing.js';
import { Issuer } from './issuer.js';
import { createUserTokens, type UserTokens } from './user-tokens.js';

const ACME = { tenant: TenantId.parse('acme') };
const invalid = (reason: string) => ({
  code: 'USER_TOKEN_INVALID',
  status: 401,
  message: expect.stringContaining(reason),
});
let time: number;
let issuer: TestIssuer;
let tokens: UserTokens;

function open(settings: object = {}, more: readonly object[] = []): UserTokens {
  const issuers = [{ issuer: issuer.url, jwks: issuer.url, audience: AUDIENCE, ...settings }, ...more];
  return createUserTokens({ issuers: issuers.map((one) => Issuer.parse(one)), now: () => time });
}
const verify = async (claims?: Claims, header?: object) => tokens.verify(await issuer.token(claims, header), ACME);

beforeEach(async () => {
  time = Date.UTC(2026, 10, 27);
  issuer = await startIssuer(() => time);
  tokens = open();
});
afterEach(() => issuer.close());

describe('a user token', () => {
  it('says who a user is, of which audience, and who says so', async () => {
    expect(await verify()).toEqual({ account: 'user-1', audience: undefined });
    const claims = { tyrian_audience: 'adult', age_method: 'id-document', age_assurer: 'acme-age' };
    expect(await verify(claims)).toEqual({
      account: 'user-1',
      audience: 'adult',
      assured: { issuer: issuer.url, method: 'id-document', assurer: 'acme-age' },
    });
    expect(await verify({ tyrian_audience: 'teen', sub: undefined })).toEqual({
      account: undefined,
      audience: 'teen',
      assured: { issuer: issuer.url, method: null, assurer: null },
    });
  });

  it('is read by the claim names and values that the issuer uses', async () => {
    const claims = { account: 'uid', audience: 'age_band', method: 'how', assurer: 'who' };
    tokens = open({ claims, audiences: { '18+': 'adult', '13-17': 'teen', true: 'adult', '0': 'child' } });
    const said = await verify({ uid: 'u7', age_band: '18+', how: 'bank', who: 'x' });
    expect(said).toMatchObject({ account: 'u7', audience: 'adult', assured: { method: 'bank', assurer: 'x' } });
    expect(await verify({ age_band: true })).toMatchObject({ audience: 'adult' });
    expect(await verify({ age_band: 0 })).toMatchObject({ audience: 'child' });
    for (const age_band of ['adult', 'toString', '__proto__', { age: 20 }, ['18+']])
      await expect(verify({ age_band })).rejects.toMatchObject(invalid('its audience'));
  });

  it.each<[string, Claims, string]>([
    ['expired', { exp: 1 }, 'expired'],
    ['not yet valid', { nbf: 9_999_999_999 }, 'claim nbf'],
    ['without an end', { exp: undefined }, 'claim exp'],
    ['without a time', { iat: undefined }, 'claim iat'],
    ['older than it may be', { iat: 1_600_000_000 }, 'too old'],
    ['from the future', { iat: 9_999_999_999 }, 'claim iat'],
    ['for somebody else', { aud: 'another' }, 'claim aud'],
    ['for nobody', { aud: undefined }, 'claim aud'],
    ['from somebody else', { iss: 'https://evil.example' }, 'issuer is not configured'],
    ['of an unknown audience', { tyrian_audience: 'grown-up' }, 'its audience'],
    ['of an account with blanks', { sub: 'one two' }, 'its account'],
    ['of an account that is a number', { sub: 7 }, 'not a text'],
    ['with a sentence for a method', { tyrian_audience: 'adult', age_method: 'she said so' }, 'short name'],
  ])('is not accepted: %s', async (_name, claims, reason) => {
    await expect(verify(claims)).rejects.toMatchObject(invalid(reason));
  });

  it('is accepted a few seconds around its end, and no longer', async () => {
    const token = await issuer.token({ exp: time / 1000 + 60 });
    time += 69_000;
    await expect(tokens.verify(token, ACME)).resolves.toBeDefined();
    time += 2_000;
    await expect(tokens.verify(token, ACME)).rejects.toMatchObject(invalid('expired'));
  });

  it.each(['RS256', 'PS384', 'ES384', 'EdDSA'])('may be signed with %s', async (alg) => {
    await issuer.rotate('other', { alg });
    expect(await verify()).toMatchObject({ account: 'user-1' });
  });

  it('is not accepted unsigned, nor signed with a public key as if that were a secret', async () => {
    const [, payload = ''] = (await issuer.token()).split('.');
    const part = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
    await expect(tokens.verify(`${part({ alg: 'none' })}.${payload}.`, ACME)).rejects.toMatchObject(
      invalid('algorithm'),
    );
    const [key] = issuer.publicKeys();
    for (const secret of [JSON.stringify(key), Buffer.from(key?.x ?? '', 'base64url')]) {
      const signed = `${part({ alg: 'HS256', kid: 'first' })}.${payload}`;
      const signature = createHmac('sha256', secret).update(signed).digest('base64url');
      await expect(tokens.verify(`${signed}.${signature}`, ACME)).rejects.toMatchObject(invalid('algorithm'));
    }
  });

  it('is not accepted with another signature, or with claims that were changed', async () => {
    const [header, payload, signature = ''] = (await issuer.token({ tyrian_audience: 'teen' })).split('.');
    const [, adult] = (await issuer.token({ tyrian_audience: 'adult' })).split('.');
    await expect(tokens.verify(`${header}.${adult}.${signature}`, ACME)).rejects.toMatchObject(invalid('signature'));
    const turned = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    await expect(tokens.verify(`${header}.${payload}.${turned}`, ACME)).rejects.toMatchObject(invalid('signature'));
  });

  it.each(['', 'a', 'a.b.c', 'eyJ.eyJ.', '{}', 'x'.repeat(9_000)])(
    'is not accepted as %#, something else',
    async (text) => {
      await expect(tokens.verify(text, ACME)).rejects.toMatchObject({ code: 'USER_TOKEN_INVALID' });
      expect(issuer.asked()).toBe(0);
    },
  );

  it('is not accepted in a size that no header has', async () => {
    await expect(verify({ padding: 'x'.repeat(8_000) })).rejects.toMatchObject(invalid('longer than'));
  });

  it('speaks for the tenants of its issuer alone', async () => {
    tokens = open({ tenants: ['other'] });
    await expect(verify()).rejects.toMatchObject(invalid('not configured'));
    tokens = open({ tenants: ['other'] }, [
      { issuer: issuer.url, jwks: issuer.url, audience: 'second', tenants: ['acme'] },
    ]);
    await expect(verify()).rejects.toMatchObject(invalid('claim aud'));
    expect(await verify({ aud: 'second' })).toMatchObject({ account: 'user-1' });
  });
});

describe('the keys of an issuer', () => {
  it('are read once, and again when a token names one that is not there', async () => {
    for (let i = 0; i < 3; i++) await verify();
    expect(issuer.asked()).toBe(1);
    time += 30_000;
    await issuer.rotate('second');
    await verify();
    expect(issuer.asked()).toBe(2);
  });

  it('are asked for no more often than every half minute, however many tokens name one that is not there', async () => {
    await verify();
    time += 30_000;
    // All are waited for at once: one that fails while another is waited for would count as nobody's.
    const flood = Array.from({ length: 50 }, (_, index) => verify({}, { kid: `made-up-${index}` }));
    for (const one of await Promise.allSettled(flood))
      expect(one).toMatchObject({ status: 'rejected', reason: invalid('no such key') });
    expect(issuer.asked()).toBe(2);
    time += 29_999;
    await expect(verify({}, { kid: 'made-up' })).rejects.toMatchObject(invalid('no such key'));
    expect(issuer.asked()).toBe(2);
  });

  it('go on counting while the issuer is down, however long', async () => {
    await verify();
    issuer.answer(503);
    for (let hours = 0; hours < 3; hours++) {
      time += 3_600_000;
      expect(await verify()).toMatchObject({ account: 'user-1' });
    }
    await expect.poll(() => issuer.asked()).toBeGreaterThan(1);
  });

  it('that are no longer there stop counting once the set was read again', async () => {
    const token = await issuer.token();
    await tokens.verify(token, ACME);
    await issuer.rotate('second');
    time += 11 * 60_000;
    await tokens.verify(token, ACME);
    await expect
      .poll(() =>
        tokens.verify(token, ACME).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
  });

  it.each<[string, number | string]>([
    ['an error', 500],
    ['a redirect', 302],
    ['no JSON', '<html>'],
    ['no key set', '{"keys":7}'],
    ['more than a key set', `{"keys":[],"padding":"${'x'.repeat(300_000)}"}`],
  ])('are missing where the issuer answers %s: said as such, and tried again soon', async (_name, answer) => {
    issuer.answer(answer);
    const missing = { code: 'USER_TOKEN_UNVERIFIABLE', status: 503, retryAfter: 5 };
    await expect(verify()).rejects.toMatchObject(missing);
    await expect(verify()).rejects.toMatchObject(missing);
    expect(issuer.asked()).toBe(1);
    issuer.answer(undefined);
    time += 5_000;
    expect(await verify()).toMatchObject({ account: 'user-1' });
  });

  it('may lie in a file; a secret in it is not taken for a public key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tyrian-issuer-'));
    try {
      const file = join(folder, 'keys.json');
      const { publicKey } = generateKeyPairSync('ed25519');
      const secret = { kty: 'oct', k: Buffer.alloc(32, 1).toString('base64url'), kid: 'secret', alg: 'HS256' };
      const other = { ...publicKey.export({ format: 'jwk' }), kid: 'other' };
      writeFileSync(file, JSON.stringify({ keys: [...issuer.publicKeys(), other, secret] }));
      tokens = open({ jwks: file });
      expect(await verify()).toMatchObject({ account: 'user-1' });
      await expect(verify({}, { kid: 'secret' })).rejects.toMatchObject(invalid('no such key'));
      await expect(verify({}, { kid: undefined })).resolves.toBeDefined();
      expect(issuer.asked()).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
