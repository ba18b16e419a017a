import { describe, expect, it } from 'vitest';
import { createTestGuard } from './_guard.js';
import { AUTH, ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const SSE = { type: 'text/event-stream' };
const events = (...chunks: object[]) => chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`);

function choiceWith(more: object, finish_reason: string | null = null): object {
  return { ...chunk(0, {}), choices: [{ index: 0, delta: {}, finish_reason, ...more }] };
}

describe('an answer that misbehaves', () => {
  it('fails alone: one choice too long while the check of another fails', async () => {
    const guard = createTestGuard();
    const check = guard.check;
    Object.assign(guard, {
      check: async (...given: Parameters<typeof check>) => {
        if (given[0].stage === 'input' || given[0].contents[0]?.place === 'names') return check(...given);
        await new Promise((resolve) => setTimeout(resolve, 5));
        throw new RangeError('the check failed');
      },
    });
    const long = Array.from({ length: 3 }, () => chunk(1, { content: 'b '.repeat(250_000) }));
    const upstream = scriptedUpstream(events(chunk(0, { content: 'a' }, 'stop'), ...long, chunk(1, {}, 'stop')), SSE);
    const server = await startServer({ guard, upstream });
    const answer = await post(server, CHAT, ask('hello', { stream: true, n: 2 }), { 'x-tyrian-audience': 'child' });
    expect(answer.json().error.code).toBe('upstream_too_large');
    // An unhandled rejection would come now, and end the process.
    await new Promise((resolve) => setTimeout(resolve, 30));
  });

  it('does not say two things under one index', async () => {
    const { choices, ...envelope } = completion('abc', 'about zorblax') as { choices: object[] };
    const body = { ...envelope, choices: choices.map((choice) => ({ ...choice, index: 0 })) };
    const answer = await post(
      await startServer({ upstream: scriptedUpstream([JSON.stringify(body)]) }),
      CHAT,
      ask('hello'),
    );
    expect([answer.statusCode, answer.json().error.code]).toEqual([502, 'upstream_invalid']);
    expect(answer.body).not.toContain('zorblax');
  });

  it.each([
    [
      'annotations',
      (title: string) => ({ delta: { annotations: [{ type: 'url_citation', url_citation: { title } }] } }),
    ],
    ['stop reasons', (stop_reason: string) => ({ stop_reason })],
  ])('shows %s of each chunk by themselves and joined', async (_what, more) => {
    const stream = events(choiceWith(more('abc')), choiceWith(more('def'), 'stop'));
    const server = await startServer({ upstream: scriptedUpstream(stream, SSE) });
    await post(server, CHAT, ask('hello', { stream: true }));
    const texts = server.guard.checked
      .at(-1)
      ?.generation.contents.map((one) => (one.modality === 'text' ? one.text : ''));
    expect(texts).toEqual(['abcdef', 'abc', 'def']);
  });

  it('does not split a word by a token that does not leave', async () => {
    const token = (text: string, bytes: unknown = null) => ({ token: text, logprob: -1, bytes, top_logprobs: [] });
    const logprobs = { content: [token('zor'), token('XXX', [999]), token('blax')] };
    const choice = { index: 0, message: { role: 'assistant', content: 'hi' }, logprobs, finish_reason: 'stop' };
    const body = JSON.stringify({ ...completion(), choices: [choice] });
    const answer = await post(await startServer({ upstream: scriptedUpstream([body]) }), CHAT, ask('hello'));
    expect(answer.json().choices[0].finish_reason).toBe('content_filter');
  });

  it('may say that there is no error', async () => {
    const stream = events({ ...chunk(0, { content: 'fine' }), error: null }, chunk(0, {}, 'stop'));
    const server = await startServer({ upstream: scriptedUpstream(stream, SSE) });
    const answer = await post(server, CHAT, ask('hello', { stream: true }));
    expect([answer.statusCode, answer.body.includes('fine')]).toEqual([200, true]);
    expect(server.records[1]?.payload).not.toHaveProperty('withheld');
  });

  it('has names that are replaced where the guard does not let them through', async () => {
    const { choices } = completion('fine') as { choices: object[] };
    const body = {
      id: 'about_zorblax',
      object: 'chat.completion',
      created: 1,
      model: 'm/of-zorblax',
      system_fingerprint: 'zorblax',
      choices,
      usage: { prompt_tokens: 1, zorblax: 1, details: { a_zorblax: true } },
    };
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(body)]) });
    const answer = await post(server, CHAT, ask('hello'));
    expect(answer.body).not.toContain('zorblax');
    expect(answer.json()).toMatchObject({ model: 'm', choices: [{ message: { content: 'fine' } }] });
    expect(answer.json().id).toMatch(/^chatcmpl-gen_/);
    expect(answer.json().usage).toEqual({ prompt_tokens: 1 });
    const chunks = events({ ...body, choices: [{ index: 0, delta: { content: 'fine' }, finish_reason: 'stop' }] });
    const streaming = await startServer({ upstream: scriptedUpstream(chunks, SSE) });
    const streamed = await post(streaming, CHAT, ask('hello', { stream: true }));
    expect(streamed.body).toContain('fine');
    expect(streamed.body).not.toContain('zorblax');
    expect(streaming.records[1]?.payload).toMatchObject({ withheld: expect.arrayContaining(['names']) });
  });

  it('lists no model whose name the guard does not let through', async () => {
    const data = ['plain', 'zorblax', 'other'].map((id) => ({ id, object: 'model', owned_by: 'somebody' }));
    const upstream = scriptedUpstream([JSON.stringify({ object: 'list', data })]);
    const server = await startServer({ upstream });
    const { json } = await server.app.inject({ url: '/v1/models', headers: AUTH });
    expect(json().data.map(({ id }: { id: string }) => id)).toEqual(['plain', 'other']);
  });

  it('has no names in its record that could be a text', async () => {
    const name = 'never_mind_this_is_a_sentence_of_its_own_kind';
    const body = { ...completion('fine'), [name]: 1, short_name: 1, model: 'm'.repeat(200) };
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(body)]) });
    await post(server, CHAT, { ...ask('hello'), model: 'm'.repeat(200) });
    expect(server.records[1]?.payload).toMatchObject({ withheld: ['?', 'short_name'], model: null });
  });
});
