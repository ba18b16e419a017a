import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUTH, ask, post, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';

describe('a request that no door takes', () => {
  it.each([
    ['an unknown field', ask('a', { guardrails: false }), 'field_unknown', 'guardrails'],
    [
      'an unknown field deep inside',
      { model: 'm', messages: [{ role: 'user', content: [{ type: 'text', text: 'a', x: 1 }] }] },
      'field_unknown',
      'messages[0].content[0].x',
    ],
    ['a chat template', ask('a', { chat_template: '{{ x }}' }), 'field_unknown', 'chat_template'],
    ['__proto__', '{"model":"m","messages":[],"__proto__":{"a":1}}', 'field_unknown', '__proto__'],
    ['constructor', '{"model":"m","messages":[],"constructor":{"a":1}}', 'field_unknown', 'constructor'],
    ['a wrong type', ask('a', { temperature: '1' }), 'field_invalid', 'temperature'],
    ['a number that JSON cannot write back', '{"model":"m","messages":[],"seed":1e999}', 'field_invalid', 'seed'],
    [
      'half a surrogate pair',
      '{"model":"m","messages":[{"role":"user","content":"\\ud800"}]}',
      'field_invalid',
      'messages[0].content',
    ],
    ['a missing field', { model: 'm' }, 'field_missing', 'messages'],
    [
      'an unknown part',
      { model: 'm', messages: [{ role: 'user', content: [{ type: 'video_url', video_url: {} }] }] },
      'field_invalid',
      'messages[0].content[0].type',
    ],
    [
      'an image from a file',
      {
        model: 'm',
        messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'file:///etc/passwd' } }] }],
      },
      'field_invalid',
      'messages[0].content[0].image_url.url',
    ],
    [
      'words in a data URL',
      {
        model: 'm',
        messages: [
          {
            role: 'user',
            content: [{ type: 'image_url', image_url: { url: 'data:image/png;name=zorblax;base64,AAAA' } }],
          },
        ],
      },
      'field_invalid',
      'messages[0].content[0].image_url.url',
    ],
    [
      'too many messages',
      { model: 'm', messages: Array(2_001).fill({ role: 'user', content: 'a' }) },
      'too_many',
      'messages',
    ],
    ['too long a text', ask('a'.repeat(1_000_001)), 'text_too_long', 'messages[0].content'],
    [
      'too deep a schema',
      ask('a', { guided_json: JSON.parse(`${'['.repeat(66)}${']'.repeat(66)}`) }),
      'too_deep',
      null,
    ],
    ['no object', '[]', 'body_not_json', null],
    ['no JSON', '{"model": zorblax', 'body_not_json', null],
    ['an empty body', '', 'body_not_json', null],
    ['lists that are dear to parse', `[${'[],'.repeat(2_000_000)}0]`, 'body_not_json', null],
    ['more levels than anybody needs', `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, 'body_not_json', null],
  ])('%s is a 400 that names the field', async (_what, body, code, param) => {
    const server = await startServer();
    const answer = await post(server, CHAT, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ type: 'invalid_request_error', code });
    if (param) expect(answer.json().error.param).toBe(param);
    expect(answer.body).not.toContain('zorblax');
    expect(server.asked).toEqual([]);
    expect(server.records).toMatchObject([
      { type: 'request.rejected', payload: { code: code.toUpperCase(), door: CHAT } },
    ]);
  });

  it('is refused when it is not UTF-8, not JSON by type, or too large', async () => {
    const server = await startServer();
    const send = (payload: Buffer, type = 'application/json') =>
      server.app.inject({ method: 'POST', url: CHAT, headers: { ...AUTH, 'content-type': type }, payload });
    expect((await send(Buffer.from([0x22, 0xff, 0x22]))).json().error.code).toBe('body_not_utf8');
    expect((await send(Buffer.from('{}'), 'text/plain')).json().error.code).toBe('invalid_input');
    const large = await send(Buffer.alloc(8 * 1024 * 1024 + 1, 0x5b));
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'body_too_large']);
    expect((await send(Buffer.alloc(8 * 1024 * 1024, 0x5b))).json().error.code).toBe('body_not_json');
  });

  it('is refused without a key before its body is read', async () => {
    const server = await startServer();
    for (const authorization of ['', 'Bearer wrong', 'Basic tyr_test', `Bearer ${'x'.repeat(300)}`]) {
      const answer = await server.app.inject({
        method: 'POST',
        url: CHAT,
        headers: { authorization, 'content-type': 'application/json' },
        payload: '{',
      });
      expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'unauthenticated']);
    }
    expect(server.records).toEqual([]);
  });

  it.each([
    'GET /v1/chat/completions',
    'POST /v1/fine_tuning/jobs',
    'POST /v1/threads',
    'DELETE /v1/models/m',
    'GET /v1',
    'POST /v1/chat/completions/',
  ])('%s has no door', async (route) => {
    const [method = '', url = ''] = route.split(' ');
    const server = await startServer();
    const answer = await server.app.inject({
      method: method as 'GET',
      url,
      headers: { ...AUTH, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'route_unknown']);
    expect(server.records).toMatchObject([{ type: 'request.rejected', payload: { code: 'ROUTE_UNKNOWN' } }]);
  });

  it('can only tighten the audience of its key', async () => {
    const server = await startServer();
    for (const audience of ['adult', 'teen', 'child'])
      await post(server, CHAT, ask('a'), { 'x-tyrian-audience': audience });
    const seen = server.guard.checked
      .filter(({ generation }) => generation.stage === 'input')
      .map(({ generation }) => generation.audience);
    expect(seen).toEqual(['unknown', 'unknown', 'child']);
    expect((await post(server, CHAT, ask('a'), { 'x-tyrian-audience': 'robot' })).json().error.code).toBe(
      'invalid_input',
    );
  });
});

describe('a request of any shape', () => {
  it('is answered or refused, never an error of ours', async () => {
    const server = await startServer();
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom('messages', 'tools', 'response_format', 'stop', 'metadata', 'logit_bias', 'n', 'prediction'),
        async (value, field) => {
          const answer = await post(server, CHAT, { ...ask('hello'), [field]: value });
          expect(answer.statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    );
    expect(server.logged).toEqual([]);
  });
});
