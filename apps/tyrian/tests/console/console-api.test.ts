import { actorOf, requireActor, requireConfirmed, signInApi } from '@tyrian/access';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleApi } from '../../src/console/console-api.js';
import { createOperator } from '../../src/operator/operations.js';
import { openInMemory } from '../_in-memory.js';
import { PASSWORD } from './_signed-in.js';

const MINUTE = 60_000;

describe('the routes of the console', () => {
  let time = Date.parse('2026-11-27T12:00:00Z');
  let platform: Awaited<ReturnType<typeof openInMemory>>;
  let app: FastifyInstance;
  let cookie = '';

  beforeAll(async () => {
    platform = await openInMemory(() => time);
    app = fastify();
    const { members } = platform;
    await app.register(
      consoleApi({
        operatorFor: (actor) => createOperator({ ...platform, actor }),
        requireActor: (inside) => requireActor(inside, members),
        actorOf,
        requireConfirmed,
        signIn: (outside) => signInApi(outside, { members, log: app.log }),
        log: app.log,
      }),
    );
    const code = await members.signIn.createFirstCode();
    await ask('sign-in/first', { code, name: 'Ada', password: PASSWORD });
  });
  afterAll(async () => {
    await app.close();
    await platform.store.close();
  });

  async function ask(name: string, body: object, how = '1') {
    const answer = await app.inject({
      method: 'POST',
      url: `/console/api/${name}`,
      payload: body,
      headers: { 'x-tyrian-console': how, cookie },
    });
    const session = [answer.headers['set-cookie'] ?? []].flat().find((line) => line.startsWith('tyrian_session='));
    if (session) cookie = session.split(';')[0] ?? '';
    return { status: answer.statusCode, ...answer.json() };
  }
  const key = { tenant: 'default', name: 'web', audience: 'unknown', refusal: 'error' };

  it('does what is dangerous only for whom has said a short while ago that it is them', async () => {
    expect((await ask('key.create', key)).status).toBe(200);
    time += 11 * MINUTE;
    for (const [name, body] of [
      ['key.create', key],
      ['member.invite', { name: 'Bea', roles: ['reviewer'], tenant: null }],
    ] as const)
      expect(await ask(name, body)).toMatchObject({ status: 403, code: 'CONFIRMATION_REQUIRED' });
    expect((await ask('key.list', {})).result).toHaveLength(1);
    await ask('sign-in/unlock', { password: PASSWORD });
    expect((await ask('member.invite', { name: 'Bea', roles: ['reviewer'], tenant: null })).status).toBe(200);
  });

  it('gives a secret in the answer that makes it and in no other', async () => {
    const made = (await ask('key.create', { ...key, name: 'once' })).result;
    const invited = (await ask('member.invite', { name: 'Cid', roles: ['analyst'], tenant: null })).result;
    const all = JSON.stringify([
      await ask('key.list', {}),
      await ask('key.show', { id: made.key.id }),
      await ask('member.list', {}),
    ]);
    expect(made.token).toMatch(/^tyr/);
    for (const secret of [made.token, invited.invitation.code, '"hash"', 'password":"'])
      expect(all).not.toContain(secret);
  });

  it('locks a session in which the console alone has asked', async () => {
    for (let minutes = 0; minutes < 40; minutes += 10) {
      time += 10 * MINUTE;
      await ask('key.list', {});
    }
    expect((await ask('key.list', {}, 'background')).status).toBe(200);
    for (let minutes = 0; minutes < 30; minutes += 10) {
      time += 10 * MINUTE;
      await ask('key.list', {}, 'background');
    }
    expect(await ask('key.list', {})).toMatchObject({ status: 401, code: 'SESSION_LOCKED' });
  });
});
