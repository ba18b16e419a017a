import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const RESPONSES = '/v1/responses';
const moderation = (input: string, output = input) => ({
  moderation: { model: 'omni-moderation-latest', policy: { input: { mode: input }, output: { mode: output } } },
});
const asked = (input: string, more: object) => ({ model: 'm', input, ...more });
const reads = (body: string) =>
  body
    .split('\n\n')
    .flatMap((one) => (/data: (\{.*)/.exec(one)?.[1] ? [JSON.parse(/data: (\{.*)/.exec(one)?.[1] ?? '')] : []));
const events = (...chunks: object[]) =>
  scriptedUpstream([`${chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')}data: [DONE]\n\n`], {
    type: 'text/event-stream',
  });

describe('the moderation parameter', () => {
  it('reports both sides in a chat answer, and is not passed on', async () => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion('one', 'two'))]) });
    const { body } = await post(server, CHAT, ask('hello', { ...moderation('score'), n: 2 }));
    const report = JSON.parse(body).moderation;
    expect(report.input).toMatchObject({ type: 'moderation_results', model: 'omni-moderation-latest' });
    expect(report.input.results).toMatchObject([{ type: 'moderation_result', flagged: false }]);
    expect(report.output.results).toHaveLength(2);
    expect(Object.keys(report.output.results[0].categories)).toHaveLength(13);
    expect(server.asked[0]).not.toContain('moderation');
    expect((await post(server, CHAT, ask('hello'))).json().moderation).toBeUndefined();
  });

  it('reports in a chunk of its own, and in the last event of a response', async () => {
    const server = await startServer();
    const chunks = reads((await post(server, CHAT, ask('hello', { ...moderation('score'), stream: true }))).body);
    expect(chunks.at(-1)).toMatchObject({ choices: [], moderation: { output: { results: [{ flagged: false }] } } });
    const sent = reads((await post(server, RESPONSES, asked('hello', { ...moderation('score'), stream: true }))).body);
    expect(sent.at(-1)).toMatchObject({
      type: 'response.completed',
      response: { moderation: { input: { type: 'moderation_result' }, output: { type: 'moderation_result' } } },
    });
  });

  it('blocks what the policy lets through, and tells no more than the refusal does', async () => {
    const server = await startServer();
    expect((await post(server, CHAT, ask('scorix', moderation('score')))).statusCode).toBe(200);
    const blocked = await post(server, CHAT, ask('scorix', moderation('block')));
    expect([blocked.statusCode, blocked.json().error.code]).toEqual([400, 'content_filter']);
    expect([server.records.at(-1)?.payload, server.evidence.length]).toMatchObject([
      { decision: 'refuse', judged: 'allow' },
      1,
    ]);
  });

  it('blocks an answer, streamed or not, before any of it leaves', async () => {
    const more = moderation('score', 'block');
    const whole = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion('a scorix'))]) });
    const [choice] = (await post(whole, CHAT, ask('hello', more))).json().choices;
    expect(choice).toMatchObject({ finish_reason: 'content_filter', message: { content: null } });
    const upstream = () =>
      events(chunk(0, { content: 'A long enough start. ' }), chunk(0, { content: 'a scorix' }), chunk(0, {}, 'stop'));
    const streamed = await startServer({ upstream: upstream() });
    const { body } = await post(streamed, CHAT, ask('hello', { ...more, stream: true }));
    expect(body).not.toMatch(/start|scorix/);
    expect(body).toContain('content_filter');
    const scored = await startServer({ upstream: upstream() });
    expect((await post(scored, CHAT, ask('hello', { ...moderation('score'), stream: true }))).body).toContain('scorix');
  });

  it('never loosens', async () => {
    const server = await startServer();
    expect((await post(server, CHAT, ask('zorblax', moderation('score')))).statusCode).toBe(400);
  });

  it('is read by the SDK', async () => {
    const server = await startServer();
    const baseURL = `${await server.app.listen({ port: 0, host: '127.0.0.1' })}/v1`;
    const client = new OpenAI({ apiKey: 'tyr_test', baseURL });
    const param = { model: 'omni-moderation-latest' };
    const answer = await client.responses.create({ model: 'm', input: 'hello', moderation: param });
    expect(answer.moderation?.output).toMatchObject({ type: 'moderation_result', flagged: false });
    await server.app.close();
  });
});
