import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { standInHazards } from '../src/stand-in/words.js';
import { standInOf } from './_harness.js';

async function ask(url: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await request(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, body: text === '' ? undefined : JSON.parse(text) };
}

const CHAT = '/v1/chat/completions';
const says = (content: string, more: object = {}) => ({
  model: 'word-judge:1',
  messages: [{ role: 'user', content }],
  ...more,
});

describe('the stand-in', () => {
  it('knows its words in any case, and no others', () => {
    expect(standInHazards('A Zorblax, quibnarks and INJECTOID')).toEqual(['S1', 'S2', 'prompt-injection']);
    expect(standInHazards('zorb lax gardens')).toEqual([]);
  });

  it('answers with probabilities where they are asked for', async () => {
    const { url } = await standInOf();
    const plain = await ask(url, CHAT, says('JUDGE: a zorblax'));
    expect(plain.body.choices[0]).toMatchObject({
      message: { content: 'unsafe\nS1' },
      logprobs: null,
      finish_reason: 'stop',
    });
    const graded = await ask(url, CHAT, says('JUDGE: a zorblax', { logprobs: true, top_logprobs: 2 }));
    const [first] = graded.body.choices[0].logprobs.content;
    expect(first.top_logprobs.map(({ token }: { token: string }) => token)).toEqual(['unsafe', 'safe']);
    expect(Math.exp(first.logprob)).toBeCloseTo(0.93);
  });

  it('stops at the most tokens that it may', async () => {
    const { url } = await standInOf();
    const cut = await ask(url, CHAT, says('JUDGE: a zorblax', { max_tokens: 1 }));
    expect(cut.body.choices[0]).toMatchObject({ message: { content: 'unsafe' }, finish_reason: 'length' });
  });

  it.each([
    [
      'a model that it does not have',
      CHAT,
      says('JUDGE: a', { model: 'other' }),
      404,
      'there is no model of this name',
    ],
    ['no messages', CHAT, { model: 'word-judge:1' }, 400, 'messages is missing or not as it should be'],
    ['no prompt', '/v1/completions', { model: 'word-judge:1' }, 400, 'prompt is missing or not as it should be'],
    ['a prompt of another family', CHAT, says('a zorblax'), 400, 'the prompt lacks "JUDGE:"'],
    ['too long a prompt', CHAT, says(`JUDGE: ${'a'.repeat(500)}`), 400, 'the prompt is longer than 400 characters'],
    ['a stream', CHAT, says('JUDGE: a', { stream: true }), 400, 'stream is missing or not as it should be'],
    ['what is no JSON object', CHAT, [] as object, 400, 'the body is missing or not as it should be'],
  ])('refuses %s', async (_what, path, body, status, message) => {
    const { url } = await standInOf({ maxCharacters: 400 });
    const answer = await ask(url, path, body);
    expect([answer.status, answer.body.error.message]).toEqual([status, message]);
  });

  it('refuses in the words of each interface, and names no value', async () => {
    const { url } = await standInOf();
    const refusals = await Promise.all(
      ['/api/chat', '/predict', '/scores', '/contentsafety/text:analyze'].map((path) => ask(url, path, { zorblax: 1 })),
    );
    expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(JSON.stringify(refusals)).not.toContain('zorblax');
    expect((await ask(url, '/v1/zorblax', {})).status).toBe(404);
    expect((await ask(url, CHAT)).status).toBe(404);
  });

  it('refuses whoever has not the key', async () => {
    const { url } = await standInOf({ apiKey: 'ours' });
    expect((await ask(url, CHAT, says('JUDGE: a'))).status).toBe(401);
    expect((await ask(url, CHAT, says('JUDGE: a'), { authorization: 'Bearer ours' })).status).toBe(200);
  });

  it('counts what it is asked, and keeps no word of it', async () => {
    const { url } = await standInOf();
    await ask(url, CHAT, says('JUDGE: a zorblax'));
    await ask(url, '/v1/moderations', { model: 'word-judge:1', input: ['a', 'b'] });
    await ask(url, '/v1/models');
    const { body } = await ask(url, '/stand-in/calls');
    expect(body).toEqual({
      total: 3,
      byPath: { [CHAT]: 1, '/v1/moderations': 1, '/v1/models': 1 },
      batches: [1, 2],
    });
  });

  it('goes wrong when told over HTTP: for some requests, for one, and well again', async () => {
    const { url } = await standInOf();
    const statusOf = async (headers = {}) => (await ask(url, CHAT, says('JUDGE: a'), headers)).status;
    await ask(url, '/stand-in/misbehave', { mode: '500', times: 2 });
    expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([500, 500, 200]);
    expect(await statusOf({ 'x-stand-in-misbehave': '429' })).toBe(429);
    await ask(url, '/stand-in/misbehave', { mode: '503' });
    expect([await statusOf(), await statusOf()]).toEqual([503, 503]);
    expect((await ask(url, '/stand-in/misbehave', { mode: 'zorblax' })).status).toBe(400);
    await ask(url, '/stand-in/misbehave', {});
    expect(await statusOf()).toBe(200);
  });
});
