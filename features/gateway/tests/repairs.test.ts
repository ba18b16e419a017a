import { GenerationRecord } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';

describe('what is left after a repair', () => {
  it('is checked again: a prompt whose halves come together is refused, with one record and its original sealed', async () => {
    const server = await startServer();
    const answer = await post(server, CHAT, ask('zorcutrixblax'));
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'content_filter']);
    expect(server.asked).toEqual([]);
    expect(server.records).toHaveLength(1);
    const record = GenerationRecord.parse(server.records[0]?.payload);
    expect(record).toMatchObject({ decision: 'refuse', reasons: [{ rule: 'zorblax' }] });
    expect(answer.headers['x-tyrian-verdict']).toBe(record.verdict);
    expect(server.evidence[0]).toMatchObject({
      verdict: record.verdict,
      content: { prompt: [{ text: 'zorcutrixblax' }], repaired: [{ text: 'zorblax' }] },
    });
  });

  it('is refused too where it needs another repair', async () => {
    const server = await startServer();
    expect((await post(server, CHAT, ask('cutcutrixrix'))).statusCode).toBe(400);
    expect((await post(server, CHAT, ask('a cutrix b'))).statusCode).toBe(200);
    expect(server.asked[0]).toContain('"a  b"');
  });

  it.each([false, true])('does not leave with an answer (stream: %s)', async (stream) => {
    const upstream = stream
      ? scriptedUpstream(
          [chunk(0, { content: 'zorcut' }), chunk(0, { content: 'rixblax' }, 'stop')].map(
            (one) => `data: ${JSON.stringify(one)}\n\n`,
          ),
          { type: 'text/event-stream' },
        )
      : scriptedUpstream([JSON.stringify(completion('zorcutrixblax'))]);
    const server = await startServer({ upstream });
    const answer = await post(server, CHAT, ask('hello', { stream }));
    expect(answer.body).toContain('content_filter');
    expect(answer.body).not.toMatch(/zor|blax/);
  });

  it('is told to who repairs by themselves', async () => {
    const answer = await post(await startServer(), '/v1/guard', { text: 'zorcutrixblax' });
    expect(answer.json()).toMatchObject({ decision: 'refuse', repairs: [{ place: 'text', spans: [[3, 9]] }] });
  });

  it('leaves log probabilities out of it, which do not leave', async () => {
    const token = { token: 'my quibblex', logprob: -1, bytes: [...Buffer.from('my quibblex')], top_logprobs: [] };
    const message = { role: 'assistant', content: 'my quibblex' };
    const choice = { index: 0, message, logprobs: { content: [token] }, finish_reason: 'stop' };
    const server = await startServer({
      upstream: scriptedUpstream([JSON.stringify({ ...completion(), choices: [choice] })]),
    });
    const { choices } = (await post(server, CHAT, ask('hello'))).json();
    expect(choices[0]).toMatchObject({ logprobs: null, message: { content: 'my [out]' } });
  });
});

describe('what a person released', () => {
  it('is still repaired', async () => {
    const server = await startServer();
    await post(server, CHAT, ask('holdrix of quibblex'));
    server.released.add(server.events[0]?.fingerprint ?? '');
    expect((await post(server, CHAT, ask('holdrix of quibblex'))).statusCode).toBe(200);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toContain('{"model":"m","messages":[{"role":"user","content":"holdrix of [out]"}]');
  });

  it('does not pass where the repair brings something else together', async () => {
    const server = await startServer();
    await post(server, CHAT, ask('holdrix zorcutrixblax'));
    server.released.add(server.events[0]?.fingerprint ?? '');
    expect((await post(server, CHAT, ask('holdrix zorcutrixblax'))).json().error.code).toBe('content_filter');
  });

  it('is an answer to one prompt only', async () => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion('holdrix'))]) });
    await post(server, CHAT, ask('first'));
    server.released.add(server.events[0]?.fingerprint ?? '');
    expect((await post(server, CHAT, ask('first'))).json().choices[0].message.content).toBe('holdrix');
    expect((await post(server, CHAT, ask('second'))).json().choices[0].finish_reason).toBe('content_filter');
  });
});
