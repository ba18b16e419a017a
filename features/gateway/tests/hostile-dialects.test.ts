import { describe, expect, it } from 'vitest';
import { CHAT, useHostile } from './_hostile-asking.js';
import { type Behaviour, head, JSON_TYPE, thenForever, whole } from './_hostile-model.js';
import { ask, post } from './_server.js';

const hostile = useHostile();
const NDJSON = 'content-type: application/x-ndjson\r\n';
const LINE = `${JSON.stringify({ model: 'm', message: { role: 'assistant', content: 'half' }, done: false })}\n`;
const inLines = (piece: string): Behaviour => thenForever(head(NDJSON) + LINE, piece.repeat(1_000));
const claude = { ...ask('hello'), max_tokens: 100 };

describe('what a model server did wrong', () => {
  it.each<[string, string, object, object]>([
    ['chat', CHAT, ask('hello'), { error: { type: 'server_error', code: 'upstream_invalid' } }],
    ['responses', '/v1/responses', { model: 'm', input: 'hello' }, { error: { code: 'upstream_invalid' } }],
    ['messages', '/v1/messages', claude, { type: 'error', error: { type: 'api_error' } }],
    ['Ollama', '/api/chat', { ...ask('hello'), stream: false }, { error: expect.stringContaining('not HTTP') }],
  ])('is told in the words of the door: %s', async (_door, path, body, told) => {
    const { server } = await hostile((s) => s.write(`zorblax\r\n\r\n`));
    const answer = await post(server, path, body);
    expect(answer.statusCode).toBe(502);
    expect(answer.json()).toMatchObject(told);
    expect(answer.body).not.toContain('zorblax');
  });

  it.each<[string, Behaviour, string]>([
    ['a line without end', inLines('"zorblax'), 'larger'],
    ['empty lines without end', inLines('\n'), 'larger'],
    ['brackets', inLines(`${'['.repeat(10_000)}\n`), 'levels'],
    ['NULs', inLines('\0\n'), 'not JSON'],
    ['a line in another alphabet', (s) => s.write(Buffer.from(`${head(NDJSON)}${LINE}"z\xff"\n`, 'latin1')), 'UTF-8'],
    ['a page', (s) => s.write(whole('<p>zorblax', 'content-type: text/html\r\n')), 'content type'],
    ['one JSON', (s) => s.write(whole('{}', JSON_TYPE)), 'content type'],
  ])('ends a stream of lines: %s', async (_what, behave, why) => {
    const { server } = await hostile(behave);
    const answer = await post(server, '/api/chat', ask('hello'));
    const last = answer.body.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ error: expect.stringContaining(why) });
    expect(answer.body).not.toMatch(/zorblax|"done":true/);
  });
});
