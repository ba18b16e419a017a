import swagger from '@fastify/swagger';
import { GenerationRecord, Verdict } from '@tyrian/contracts';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { describe, expect, it } from 'vitest';
import { AUTH, post, startServer } from './_server.js';

describe('POST /v1/guard', () => {
  it('answers with the verdict and leaves a record', async () => {
    const server = await startServer();
    const answer = await post(server, '/v1/guard', { text: 'about zorblax', as: 'output', account: 'u-9' });
    const verdict = Verdict.parse(answer.json());
    expect(verdict).toMatchObject({
      decision: 'refuse',
      stage: 'output',
      signals: [{ place: 'text', role: 'assistant', spans: [[6, 13]] }],
    });
    expect(server.records).toMatchObject([{ type: 'generation.output', subject: { keyId: 'pseudonym-1' } }]);
    expect(GenerationRecord.parse(server.records[0]?.payload)).toMatchObject({ door: 'guard', characters: 13 });
    expect(server.evidence).toHaveLength(1);
  });

  it('judges a conversation, gives repairs, and only tightens the audience', async () => {
    const server = await startServer();
    const messages = [
      { role: 'system', content: 'be kind' },
      { role: 'user', content: 'my quibblex' },
    ];
    const verdict = Verdict.parse((await post(server, '/v1/guard', { messages, audience: 'child' })).json());
    expect(verdict).toMatchObject({
      decision: 'repair',
      audience: 'child',
      repairs: [{ place: 'messages[1].content', spans: [[3, 11]] }],
    });
    expect(Verdict.parse((await post(server, '/v1/guard', { text: 'a', audience: 'adult' })).json()).audience).toBe(
      'unknown',
    );
  });

  it('judges a conversation that ends with the assistant as an answer to its prompt', async () => {
    const server = await startServer();
    const messages = [
      { role: 'user', content: 'about zorblax' },
      { role: 'assistant', content: 'Sure.' },
    ];
    for (const as of ['output', 'prompt'])
      expect((await post(server, '/v1/guard', { messages, as })).json()).toMatchObject({ decision: 'allow' });
    expect(server.guard.checked.at(-1)).toMatchObject({
      generation: { stage: 'output', contents: [{ place: 'messages[1].content', stage: 'output', role: 'assistant' }] },
      options: { before: [{ place: 'messages[0].content', stage: 'input' }] },
    });
    const refused = [messages[0], { role: 'assistant', content: 'zorblax is' }];
    await post(server, '/v1/guard', { messages: refused, as: 'output' });
    expect(server.evidence[0]?.content).toMatchObject({
      stage: 'output',
      prompt: [{ place: 'messages[0].content', text: 'about zorblax' }],
      output: [{ place: 'messages[1].content', text: 'zorblax is' }],
    });
    expect(server.records.map(({ type }) => type)).toEqual(Array(3).fill('generation.output'));
  });

  it('seals a text that is an output as one, and takes no output that nobody answered', async () => {
    const server = await startServer();
    await post(server, '/v1/guard', { text: 'zorblax', as: 'output' });
    expect(server.evidence[0]?.content).toMatchObject({ prompt: [], output: [{ text: 'zorblax' }] });
    const messages = [{ role: 'user', content: 'a' }];
    expect((await post(server, '/v1/guard', { messages, as: 'output' })).statusCode).toBe(400);
  });

  it('holds, and tells how it stands to the tenant that asked', async () => {
    const server = await startServer();
    const verdict = Verdict.parse((await post(server, '/v1/guard', { text: 'holdrix' })).json());
    expect(verdict.decision).toBe('hold');
    const status = await server.app.inject({ url: `/v1/verdicts/${verdict.id}`, headers: AUTH });
    expect(status.json()).toMatchObject({ id: verdict.id, status: 'open', expiresAt: 2, decidedAt: null });
    expect(status.json().explanation).toContain('A person has yet to look');
  });

  it.each([
    ['neither text nor messages', {}],
    ['both', { text: 'a', messages: [{ role: 'user', content: 'a' }] }],
    ['an unknown field', { text: 'a', policy: 'none' }],
    ['an unknown role', { messages: [{ role: 'robot', content: 'zorblax' }] }],
    ['half a surrogate pair', '{"text":"\\ud800"}'],
    ['no JSON', '{'],
  ])('says what is wrong with %s as problem+json', async (_what, body) => {
    const server = await startServer();
    const answer = await post(server, '/v1/guard', body);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 400,
      type: 'about:blank',
      instance: expect.stringMatching(/^req_/),
      detail: expect.any(String),
    });
    expect(answer.body).not.toContain('zorblax');
    expect(server.records).toMatchObject([{ type: 'request.rejected', payload: { door: '/v1/guard' } }]);
  });
});

describe('our own API', () => {
  it('knows nothing of verdicts that were not held, and nothing without a key', async () => {
    const server = await startServer();
    for (const id of ['vrd_0000000000000000000000000', 'x']) {
      const answer = await server.app.inject({ url: `/v1/verdicts/${id}`, headers: AUTH });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
    }
    const answer = await server.app.inject({ url: '/v1/coverage' });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('serves the coverage matrix', async () => {
    const answer = await (await startServer()).app.inject({ url: '/v1/coverage', headers: AUTH });
    expect(answer.json()).toEqual({
      policy: { id: 'stand-in', version: '1.0.0', hash: 'a'.repeat(64), mode: 'enforce' },
      detectors: [
        {
          detector: 'stand-in',
          version: '1',
          modalities: ['text'],
          cost: 'cheap',
          covers: [{ kind: 'hazard', name: 'S2', languages: 'any' }],
        },
      ],
    });
  });

  it('tells nothing of an error of ours but its request id, and logs no content', async () => {
    const server = await startServer();
    server.setStorage(() => Promise.reject(new Error('secret zorblax')));
    const answer = await post(server, '/v1/guard', { text: 'zorblax' });
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'INTERNAL']);
    expect(answer.body + JSON.stringify(server.logged)).not.toContain('zorblax');
    expect(server.logged).toMatchObject([{ name: 'Error', where: expect.any(Array) }]);
  });

  it('describes itself in OpenAPI', async () => {
    const server = await startServer({
      prepare: async (app) =>
        void (await app.register(swagger, {
          openapi: { openapi: '3.1.0', info: { title: 't', version: '1' } },
          transform: jsonSchemaTransform,
        })),
    });
    await server.app.ready();
    const { paths } = server.app.swagger();
    expect(Object.keys(paths ?? {})).toEqual(
      expect.arrayContaining([
        '/v1/guard',
        '/v1/verdicts/{id}',
        '/v1/coverage',
        '/v1/feedback',
        '/v1/chat/completions',
        '/v1/moderations',
      ]),
    );
    expect(Object.keys(paths ?? {})).not.toContain('/v1/*');
  });
});
