import type { ApiKeyId, TenantId } from '@tyrian/contracts';
import { errors } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import type { BudgetStanding, Budgets, GatewayPorts, Principal, UserClaims } from '../src/ports.js';
import { createTestGuard } from './_guard.js';
import { ask, chunk, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const PRINCIPAL: Principal = {
  keyId: 'key_1' as ApiKeyId,
  tenant: 'acme' as TenantId,
  audience: 'unknown',
  refusal: 'error',
  claimed: 'adult',
};
const principals = { authenticate: async (token: string) => (token === 'tyr_test' ? PRINCIPAL : undefined) };

/** A server whose caller has to say who they are. */
async function serverWith(ports: Partial<GatewayPorts> = {}, guard = createTestGuard()) {
  const server = await startServer({ guard, ports: { principals, ...ports } });
  const chat = (headers: Record<string, string>, more: object = {}) =>
    server.app.inject({
      method: 'POST',
      url: CHAT,
      headers: { 'content-type': 'application/json', ...headers },
      payload: ask('hello', more),
    });
  return { ...server, chat };
}

describe('the key of a request', () => {
  it.each([
    { authorization: 'Bearer tyr_test' },
    { 'x-api-key': 'tyr_test' },
    { 'api-key': 'tyr_test' },
    { 'x-api-key': 'tyr_test', authorization: 'bearer tyr_test', 'api-key': 'tyr_test' },
    { 'api-key': 'tyr_test', authorization: 'Basic dXNlcjpwYXNz' },
  ])('is taken from %j', async (headers) => {
    const { chat } = await serverWith();
    expect((await chat(headers)).statusCode).toBe(200);
  });

  it.each([
    {},
    { 'x-api-key': '' },
    { 'api-key': 'tyr_tes' },
    { 'x-api-key': 'tyr_test '.repeat(40) },
    { authorization: `Bearer ${'x'.repeat(300)}` },
  ])('is not there in %j', async (headers) => {
    const { chat, guard } = await serverWith();
    const answer = await chat(headers);
    expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'unauthenticated']);
    expect(guard.checked).toEqual([]);
  });

  it('is not guessed where there are two', async () => {
    const { chat, guard } = await serverWith();
    for (const second of ['tyr_other', 'sk-ant-1']) {
      const answer = await chat({ authorization: 'Bearer tyr_test', 'x-api-key': second });
      expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'credentials_differ']);
    }
    expect(guard.checked).toEqual([]);
  });
});

describe('a signed user token', () => {
  const claims: UserClaims = {
    account: 'user-1',
    audience: 'adult',
    assured: { issuer: 'https://id.example', method: 'bank', assurer: null },
  };
  const userTokens = {
    verify: async (token: string) => {
      if (token !== 'good') throw errors.USER_TOKEN_INVALID(['its signature does not fit']);
      return claims;
    },
  };
  const AS_USER = { authorization: 'Bearer tyr_test', 'x-tyrian-user-token': 'good' };

  it('says for whom a request is, and the record says who said so', async () => {
    const { chat, guard, records } = await serverWith({ userTokens });
    expect((await chat(AS_USER, { user: 'somebody-else' })).statusCode).toBe(200);
    expect(guard.checked[0]?.generation).toMatchObject({ audience: 'adult', account: 'user-1' });
    for (const { payload } of records) expect(payload).toMatchObject({ audience: 'adult', assured: claims.assured });
    expect(JSON.stringify(records)).not.toContain('user-1');
  });

  it('is made stricter by header and body, never looser', async () => {
    const { chat, guard } = await serverWith({ userTokens });
    await chat({ ...AS_USER, 'x-tyrian-audience': 'child' });
    expect(guard.checked[0]?.generation.audience).toBe('child');
    await chat({ authorization: 'Bearer tyr_test', 'x-tyrian-audience': 'adult' });
    expect(guard.checked.at(-1)?.generation.audience).toBe('unknown');
  });

  it('makes nobody an adult without what the policy demands', async () => {
    const guard = createTestGuard();
    const { policy, hash } = guard.policy;
    const demanding = { policy: { ...policy, assurance: { adult: { methods: ['id-document'] } } }, hash };
    const { chat, records } = await serverWith({ userTokens }, { ...guard, policy: demanding });
    await chat(AS_USER);
    expect(records[0]?.payload).toMatchObject({ audience: 'unknown', assured: { method: 'bank' } });
  });

  it('that is bad shuts the request out, at every door, with a record', async () => {
    const { app, records, guard } = await serverWith({ userTokens });
    for (const token of ['bad', '', 'good, good']) {
      for (const url of [CHAT, '/v1/models', '/v1/guard']) {
        const headers = { ...AS_USER, 'x-tyrian-user-token': token };
        const answer = await app.inject({
          method: url === '/v1/models' ? 'GET' : 'POST',
          url,
          headers: { ...headers, ...(url !== '/v1/models' && { 'content-type': 'application/json' }) },
          ...(url !== '/v1/models' && { payload: url === CHAT ? ask('hello') : { text: 'hello' } }),
        });
        expect(answer.statusCode).toBe(401);
        expect(answer.body.toLowerCase()).toContain('user_token_invalid');
      }
    }
    expect(guard.checked).toEqual([]);
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(['request.rejected']));
  });

  it('is not passed over where no issuer is configured', async () => {
    const { chat } = await serverWith();
    expect((await chat(AS_USER)).statusCode).toBe(401);
  });
});

/** Budgets that stand as told; notes what was counted. */
function budgetsOf(standing: BudgetStanding | undefined, streams = 1) {
  const counted = { requests: 0, characters: 0, open: 0 };
  const budgets: Budgets = {
    take: async () => {
      counted.requests++;
      return standing;
    },
    add: (_principal, { characters }) => {
      counted.characters += characters;
    },
    openStream: () => {
      if (counted.open >= streams) return undefined;
      counted.open++;
      let isOpen = true;
      return () => {
        if (isOpen) counted.open--;
        isOpen = false;
      };
    },
  };
  return { budgets, counted };
}

describe('the budget of a key', () => {
  const allowances = [
    { of: 'requests', limit: 60, remaining: 59, resetSeconds: 12 },
    { of: 'characters', limit: 1_000, remaining: 0, resetSeconds: 3_600 },
  ] as const;
  const auth = { authorization: 'Bearer tyr_test' };

  it('is told with every answer', async () => {
    const { budgets, counted } = budgetsOf({ allowances });
    const { chat } = await serverWith({ budgets });
    const { headers, statusCode } = await chat(auth);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '12s',
      'x-ratelimit-remaining-characters': '0',
    });
    // Prompt and answer.
    expect(counted.characters).toBeGreaterThan('hello'.length);
  });

  it.each([
    [12, undefined],
    [3_600, 'false'],
  ])('that is used up for %s s is a 429 of its door, before anything is checked', async (retryAfter, shouldRetry) => {
    const { budgets, counted } = budgetsOf({ allowances, exceeded: { limit: 'requests per minute', retryAfter } });
    const server = await serverWith({ budgets });
    const answer = await server.chat(auth);
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe(String(retryAfter));
    expect(answer.headers['x-should-retry']).toBe(shouldRetry);
    expect(answer.json().error).toMatchObject({ code: 'rate_limited', type: 'rate_limit_error' });
    expect(answer.json().error.message).toContain('requests per minute');
    const own = await post(server, '/v1/guard', { text: 'hello' });
    expect(own.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(own.headers['retry-after']).toBe(String(retryAfter));
    expect([server.guard.checked, server.records, counted.characters]).toEqual([[], [], 0]);
  });

  it('holds a place for a stream until it is over, and for nothing else', async () => {
    const { budgets, counted } = budgetsOf(undefined, 0);
    const { chat } = await serverWith({ budgets });
    const answer = await chat(auth, { stream: true });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '5']);
    expect((await chat(auth)).statusCode).toBe(200);
    const one = budgetsOf(undefined, 1);
    const free = await serverWith({ budgets: one.budgets });
    for (let i = 0; i < 3; i++) expect((await free.chat(auth, { stream: true })).statusCode).toBe(200);
    expect([one.counted.open, counted.open]).toEqual([0, 0]);
  });

  it('counts an answer once, also where it was judged on the way', async () => {
    const { budgets, counted } = budgetsOf(undefined);
    const guard = createTestGuard();
    const { check } = guard;
    // Each part alone reads as one to refuse, the whole does not.
    guard.check = async (generation, options) => {
      const [content] = generation.contents;
      const isPart = generation.stage === 'output' && content?.modality === 'text' && content.text.length === 5;
      const verdict = await check(generation, options);
      return isPart && generation.earlier !== undefined && isFirst() ? { ...verdict, decision: 'refuse' } : verdict;
    };
    let times = 0;
    const isFirst = () => times++ === 0;
    const events = [chunk(0, { content: 'plain' }), chunk(0, { content: ' words' }), chunk(0, {}, 'stop')];
    const upstream = scriptedUpstream(
      events.map((event) => `data: ${JSON.stringify(event)}\n\n`),
      { type: 'text/event-stream' },
    );
    const server = await startServer({ guard, upstream, ports: { principals, budgets } });
    const { body } = await post(server, CHAT, ask('hello', { stream: true }));
    expect(body).toContain('"finish_reason":"stop"');
    expect(times).toBeGreaterThan(1);
    expect(counted.characters).toBe('hello'.length + 'plain words'.length);
  });

  it('counts the characters of moderations as well', async () => {
    const { budgets, counted } = budgetsOf(undefined);
    const server = await serverWith({ budgets });
    await post(server, '/v1/moderations', { input: ['four', 'five!'] });
    expect(counted.characters).toBe(9);
  });

  it('is not asked for who is not known', async () => {
    const { budgets, counted } = budgetsOf(undefined);
    const { chat } = await serverWith({ budgets });
    await chat({ authorization: 'Bearer wrong' });
    expect(counted.requests).toBe(0);
  });
});
