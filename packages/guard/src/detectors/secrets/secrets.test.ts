import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '../../../tests/reading.js';
import { characterKinds, entropyOf } from './entropy.js';
import { secrets } from './secrets.js';

const see = (text: string) =>
  observe(secrets, text).signals.map(({ rule, score, spans: [span] }) => ({
    rule,
    score,
    text: text.slice(...(span ?? [0, 0])),
  }));

/** Characters that look drawn at random, the same each time; nothing here ever was a key. */
function drawn(length: number, from = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'): string {
  let state = 20_261;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from.charAt((state >> 8) % from.length);
  }).join('');
}
const HEX = '0123456789abcdef';
const base64url = (text: string) => Buffer.from(text).toString('base64url');

// Put together when the test runs, so that no file holds what looks like a key.
const TOKENS: readonly (readonly [rule: string, token: string])[] = [
  ['aws-access-key-id', `AK${'IA'}${drawn(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['github-token', `gh${'p_'}${drawn(36)}`],
  ['github-token', `github${'_pat_'}${drawn(22)}_${drawn(59)}`],
  ['gitlab-token', `gl${'pat-'}${drawn(20)}`],
  ['slack-token', `xo${'xb-'}${drawn(12, '123456789')}-${drawn(24)}`],
  ['stripe-key', `sk_${'live_'}${drawn(24)}`],
  ['google-api-key', `AI${'za'}${drawn(35)}`],
  ['openai-key', `sk${'-proj-'}${drawn(64)}`],
  ['anthropic-key', `sk${'-ant-'}api03-${drawn(80)}`],
  ['huggingface-token', `h${'f_'}${drawn(34, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')}`],
  ['npm-token', `np${'m_'}${drawn(36)}`],
  ['pypi-token', `py${'pi-'}${drawn(80)}`],
  ['sendgrid-key', `S${'G.'}${drawn(22)}.${drawn(43)}`],
  ['digitalocean-token', `dop${'_v1_'}${drawn(64, HEX)}`],
  ['telegram-token', `123456${'789'}:AA${drawn(33)}`],
  ['web-token', `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url('{"sub":"zorb"}')}.${drawn(43)}`],
];
const PEM = `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${drawn(64)}\n${drawn(64)}\n-----END ${'RSA PRIVATE'} KEY-----`;

describe('secrets of known formats', () => {
  it.each(TOKENS)('%s is found alone, in a sentence, in code and in a header', (rule, token) => {
    for (const text of [
      token,
      `use ${token}, please.`,
      `const key = "${token}";`,
      `Authorization: Bearer ${token}`,
      `KEY=${token}`,
    ])
      expect(see(text), text).toContainEqual({ rule, score: expect.any(Number), text: token });
  });

  it.each(TOKENS)('%s is none when cut short or within a word', (rule, token) => {
    expect(see(token.slice(0, 14)).filter((seen) => seen.rule === rule)).toEqual([]);
    expect(see(`zorb${token}`).filter((seen) => seen.rule === rule)).toEqual([]);
  });

  it('finds private keys whole', () => {
    expect(see(`here:\n${PEM}\nthanks`)).toEqual([{ rule: 'private-key', score: 0.97, text: PEM }]);
    const open = PEM.slice(0, 120);
    expect(see(open)).toMatchObject([{ rule: 'private-key', text: open }]);
    expect(see(PEM.replaceAll('RSA PRIVATE', 'OPENSSH PRIVATE'))).toMatchObject([{ score: 0.97 }]);
  });

  it('takes a stub and a public key for no secret', () => {
    expect(
      Math.max(0, ...see(`-----BEGIN ${'PRIVATE'} KEY-----\n...\n-----END PRIVATE KEY-----`).map((seen) => seen.score)),
    ).toBeLessThan(0.5);
    expect(see(PEM.replaceAll('RSA PRIVATE', 'PUBLIC'))).toEqual([]);
    expect(see(PEM.replaceAll('RSA PRIVATE KEY', 'CERTIFICATE'))).toEqual([]);
  });

  it('knows what goes on for long within its reach', () => {
    const web = `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url(`{"sub":"${drawn(2_000)}"}`)}.${drawn(43)}`;
    const key = PEM.replace('\n', `\n${`${drawn(64)}\n`.repeat(40)}`);
    for (const long of [web, key]) {
      expect(typeof secrets.reach).toBe('number');
      const [seen] = see(long.slice(0, Number(secrets.reach)));
      expect(seen?.score).toBeGreaterThanOrEqual(0.9);
      expect(see(long)).toMatchObject([{ text: long }]);
    }
  });

  it('reads what stands in base64', () => {
    const [, token = ''] = TOKENS[1] ?? [];
    const text = `run ${Buffer.from(`export the token ${token} please`).toString('base64')}`;
    expect(observe(secrets, text).signals).toMatchObject([{ rule: 'github-token', via: ['base64'] }]);
  });
});

describe('secrets that are assigned', () => {
  const value = drawn(32);
  it.each([
    `AWS_SECRET_ACCESS_KEY=${value}`,
    `api_key: "${value}"`,
    `{"clientSecret": "${value}"}`,
    `const authToken = '${value}'`,
    `export DB_PASSWORD=${'Zq7'}!blax#9`,
    `password: ${'Zq7'}!blax#9`,
    `STRIPE_SECRET := \`${value}\``,
  ])('are found: %s', (text) => {
    const [seen] = see(text);
    expect(seen?.score).toBeGreaterThanOrEqual(0.7);
    expect(text).toContain(seen?.text);
    expect(seen?.text).not.toMatch(/["'`=:]/);
  });

  it.each([
    'API_KEY=your-api-key-here-1234',
    'api_key: "xxxxxxxxxxxxxxxxxxxxxxxx"',
    'token = process.env.TOKEN',
    `SECRET_KEY=\${SECRET_KEY_FROM_VAULT}`,
    'password: <password>',
    'password=changeme123',
    `DB_PASSWORD=\${DB_PASSWORD}`,
    'PASSWORD=example-Passw0rd',
    'max_tokens: 4096000000000',
    'token_type: "Bearer1234567890ab"',
    'const token = getToken(user.id, 123456)',
    'secret: string; password: string',
    'the secret: always add a pinch of salt to the dough',
    'password: must have eight characters',
    'apiKey: config.services.openai.apiKey',
    'tokens=12345678901234567890',
    `sha256: ${drawn(64, HEX)}`,
    `commit ${drawn(40, HEX)}`,
    'id: 550e8400-e29b-41d4-a716-446655440000',
    `integrity: sha512-${drawn(86)}==`,
    `url: https://cdn.zorb.example/${drawn(40)}.js`,
    drawn(64),
    'masterpiece, best quality, 1girl, solo, <lora:zorb_v2:0.8>, sk-eleton',
  ])('are not: %s', (text) => {
    expect(see(text).filter(({ score }) => score >= 0.3)).toEqual([]);
  });
});

describe('passwords in URLs', () => {
  it.each([
    ['database-url', `postgres://zorb:${'q9Zk'}bLax77@db.zorb.org:5432/main`],
    ['database-url', `mongodb+srv://zorb:${'q9Zk'}bLax77@cluster.zorb.org`],
    ['database-url', `redis://:${'q9Zk'}bLax77@cache.zorb.org`],
    ['basic-auth', `https://zorb:${'q9Zk'}bLax77@zorb.org/path`],
  ])('%s: %s', (rule, text) => {
    expect(see(text)).toEqual([{ rule, score: 0.9, text: 'q9ZkbLax77' }]);
  });

  it.each([
    'postgres://user:password@localhost:5432/db',
    'postgres://USER:PASS@HOST/db',
    'https://zorb.org:8080/a@b',
    `https://\${USER}:\${PASSWORD}@zorb.org`,
    'http://user@host.org/',
  ])('none that counts: %s', (text) => {
    expect(see(text).filter(({ score }) => score > 0.3)).toEqual([]);
  });
});

describe('entropy', () => {
  it('is that of Shannon', () => {
    expect(entropyOf('')).toBe(0);
    expect(entropyOf('aaaa')).toBe(0);
    expect(entropyOf('abab')).toBeCloseTo(1);
    expect(entropyOf('0123456789abcdef')).toBeCloseTo(4);
  });

  it('never exceeds the logarithm of the number of characters', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const bits = entropyOf(text);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(Math.log2(text.length) + 1e-9);
        expect(entropyOf([...text].toReversed().join(''))).toBeCloseTo(entropyOf(text), 6);
      }),
    );
  });

  it('stands beside the kinds of characters', () => {
    expect(characterKinds('abc')).toBe(1);
    expect(characterKinds('aB3!')).toBe(4);
  });
});
