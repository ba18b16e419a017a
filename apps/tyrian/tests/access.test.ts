import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Running, startServer, temporaryFolder, tyrian } from './_program.js';

const ISSUER = 'https://id.example';
const folder = temporaryFolder();
const data = join(folder.path, 'data');
const config = join(folder.path, 'tyrian.yaml');
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let server: Running;

beforeAll(async () => {
  const jwks = join(folder.path, 'keys.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'ES256' }] }));
  const audiences = { '18+': 'adult', under18: 'teen' };
  const issuers = [{ issuer: ISSUER, jwks, audience: 'tyrian', claims: { audience: 'age' }, audiences }];
  writeFileSync(config, JSON.stringify({ issuers }));
  server = await startServer(data, ['--config', config]);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  folder.dispose();
});

function userToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const body = { iss: ISSUER, aud: 'tyrian', iat: now, exp: now + 60, ...claims };
  const signed = `${part({ alg: 'ES256', kid: '1' })}.${part(body)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

async function key(...args: string[]) {
  const ran = await tyrian(['key', ...args, '--json', '--config', config, '--data', data]);
  return ran.code === 0 ? JSON.parse(ran.out) : { code: ran.code, err: ran.err };
}

/** A verdict, or a problem. */
const Answer = z.object({
  audience: z.string().optional(),
  policy: z.object({ id: z.string() }).optional(),
  code: z.string().optional(),
});

async function guard(headers: Record<string, string>) {
  const answer = await fetch(`${server.url}/v1/guard`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text: 'Tell me about otters.' }),
  });
  return { status: answer.status, headers: answer.headers, body: Answer.parse(await answer.json()) };
}

// Each command is a program that starts.
describe('the program', { timeout: 60_000 }, () => {
  it('takes the audience from a signed token, as far as the key lets it', async () => {
    const { token } = await key('create', '--claimed', 'adult');
    const asUser = (claims: object) => guard({ 'x-api-key': token, 'x-tyrian-user-token': userToken(claims) });
    expect((await guard({ 'x-api-key': token })).body.audience).toBe('unknown');
    expect((await asUser({ sub: 'u1', age: '18+' })).body.audience).toBe('adult');
    expect((await asUser({ sub: 'u1', age: 'under18' })).body.audience).toBe('teen');
    expect((await asUser({ sub: 'u1', aud: 'other' })).status).toBe(401);
    const bound = await key('create');
    const unclaimed = await guard({ 'api-key': bound.token, 'x-tyrian-user-token': userToken({ age: '18+' }) });
    expect(unclaimed.body.audience).toBe('unknown');
  });

  it('judges a bound key by its policy, and makes none for a policy that is not there', async () => {
    const { token, id } = await key('create', '--policy', 'children', '--per-minute', '10', '--expires', '90d');
    const answer = await guard({ authorization: `Bearer ${token}` });
    expect(answer.body.policy?.id).toBe('children');
    expect(answer.headers.get('x-ratelimit-remaining-requests')).toBe('9');
    const shown = await tyrian(['key', 'show', id, '--config', config, '--data', data]);
    expect(shown.out).toMatch(/policy {5}children\n[\s\S]*budget {5}10 requests a minute\n/);
    expect(await key('create', '--policy', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('POLICY_UNKNOWN'),
    });
    expect(await key('create', '--per-day', '0')).toMatchObject({ code: 2 });
  });

  it('gives a key a new secret while the old one overlaps', async () => {
    const { token, id } = await key('create');
    const renewed = await key('rotate', id, '--overlap', '1h');
    expect(renewed.id).toBe(id);
    expect(renewed.previousUntil).toBeGreaterThan(Date.now() + 3_500_000);
    for (const one of [token, renewed.token]) expect((await guard({ 'x-api-key': one })).status).toBe(200);
    const again = await key('rotate', id, '--overlap', '0s');
    for (const one of [token, renewed.token]) expect((await guard({ 'x-api-key': one })).status).toBe(401);
    expect((await guard({ 'x-api-key': again.token })).status).toBe(200);
    expect(await key('rotate', 'vaults')).toMatchObject({ code: 2, err: expect.stringContaining('key_') });
  });

  it('keeps a key to its day over a restart', async () => {
    const { token } = await key('create', '--per-day', '2');
    expect((await guard({ 'x-api-key': token })).status).toBe(200);
    await server.stop();
    server = await startServer(data, ['--config', config]);
    expect((await guard({ 'x-api-key': token })).status).toBe(200);
    const shut = await guard({ 'x-api-key': token });
    expect([shut.status, shut.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
