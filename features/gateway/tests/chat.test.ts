import { errors, GenerationRecord } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { createTestGuard } from './_guard.js';
import { AUTH, answersOf, ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';

describe('a chat that passes', () => {
  it('answers in the format of the SDK and leaves a record of the prompt and of the answer', async () => {
    const server = await startServer();
    const answer = await post(server, CHAT, ask('tell me about gardens', { user: 'u-1' }));
    expect(answer.statusCode).toBe(200);
    expect(answer.json().choices[0].message.content).toContain('Tyrian demo model');
    expect(answer.headers['x-request-id']).toMatch(/^req_[0-9a-f]{32}$/);
    expect(server.records.map((record) => record.type)).toEqual(['generation.input', 'generation.output']);
    for (const record of server.records) {
      expect(GenerationRecord.parse(record.payload)).toBeTruthy();
      expect(record.subject?.keyId).toBe('pseudonym-1');
      expect(JSON.stringify(record)).not.toContain('gardens');
      expect(JSON.stringify(record)).not.toContain('u-1');
    }
    expect(server.evidence).toEqual([]);
    const verdicts = server.records.map((record) => GenerationRecord.parse(record.payload).verdict);
    expect(answer.headers['x-tyrian-verdict']).toBe(verdicts.join(', '));
  });

  it('hands the signals of the prompt to the check of the answer', async () => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion('fine'))]) });
    await post(server, CHAT, ask('quibblex'));
    expect(
      answersOf(server)
        .at(-1)
        ?.options.before?.map((signal) => signal.name),
    ).toEqual(['personal-data']);
  });

  it('writes the body anew, so that the model cannot read the first of two equal keys', async () => {
    const server = await startServer();
    const body =
      '{"model":"m","messages":[{"role":"user","content":"zorblax"}],"messages":[{"role":"user","content":"hello"}]}';
    expect((await post(server, CHAT, body)).statusCode).toBe(200);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toContain('{"model":"m","messages":[{"role":"user","content":"hello"}]');
    expect(server.asked[0]).not.toContain('zorblax');
  });

  it('repairs the prompt before the model reads it, and the answer before it leaves', async () => {
    const server = await startServer({
      upstream: scriptedUpstream([JSON.stringify(completion('said quibblex twice: quibblex'))]),
    });
    const answer = await post(server, CHAT, ask('my quibblex'));
    expect(server.asked[0]).toContain('my [out]');
    expect(answer.json().choices[0].message.content).toBe('said [out] twice: [out]');
  });
});

describe('a prompt that is refused', () => {
  it('is a 400 that no client retries, with the words of the user and where to appeal', async () => {
    const server = await startServer();
    const answer = await post(server, CHAT, ask('what is zorblax', { safety_identifier: 'hash-7' }));
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['x-should-retry']).toBe('false');
    const { error } = answer.json();
    expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code']);
    expect(error).toMatchObject({ type: 'invalid_request_error', code: 'content_filter', param: null });
    const id = String(answer.headers['x-tyrian-verdict']);
    expect(error.message).toBe(
      `This request was refused because of: non-violent crimes. What led to it: "zorblax". Without it the request could pass. Verdict ${id}; how it stands, and where to appeal: /v1/verdicts/${id}`,
    );
    expect(server.asked).toEqual([]);
  });

  it('seals prompt and sender in the same commit as its record, for 180 days', async () => {
    const server = await startServer();
    const commits: number[] = [];
    server.setStorage(async (commit) => {
      commits.push((commit.records?.length ?? 0) * 10 + (commit.evidence?.length ?? 0));
      server.evidence.push(...(commit.evidence ?? []));
    });
    await post(server, CHAT, ask('zorblax', { user: 'jo@example.org' }));
    expect(commits).toEqual([11]);
    const [sealed] = server.evidence;
    expect(sealed).toMatchObject({
      kind: 'refusal',
      content: { sender: { key: 'key_1', account: 'jo@example.org' }, prompt: [{ text: 'zorblax' }] },
    });
    expect((sealed?.expiresAt ?? 0) - (sealed?.at ?? 0)).toBe(180 * 86_400_000);
  });

  it('says nothing more about injection, whatever the policy would tell', async () => {
    const answer = await post(await startServer(), CHAT, ask('lockrix'));
    expect(answer.json().error.message).toMatch(
      /^This request was refused\. Verdict vrd_\w+; how it stands, and where to appeal: \/v1\/verdicts\/vrd_\w+$/,
    );
  });

  it('does not tell the words of a system prompt', async () => {
    const answer = await post(await startServer(), CHAT, {
      model: 'm',
      messages: [{ role: 'system', content: 'never say zorblax' }],
    });
    expect(answer.json().error.message).not.toContain('zorblax');
  });

  it('is a message where the key says so, also in a stream', async () => {
    const server = await startServer();
    const headers = { authorization: 'Bearer tyr_message' };
    const json = await post(server, CHAT, ask('zorblax'), headers);
    expect(json.statusCode).toBe(200);
    expect(json.json().choices[0]).toMatchObject({
      finish_reason: 'content_filter',
      message: { role: 'assistant', refusal: null },
    });
    const streamed = await post(server, CHAT, ask('zorblax', { stream: true }), headers);
    expect(streamed.headers['content-type']).toBe('text/event-stream');
    expect(streamed.body).toMatch(/"finish_reason":"content_filter"\}\]\}\n\ndata: \[DONE\]\n\n$/);
  });

  it('offers help lines in a message where the rule says help', async () => {
    const answer = await post(await startServer(), CHAT, ask('helprix'));
    expect(answer.statusCode).toBe(200);
    expect(answer.json().choices[0].message.content).toContain('findahelpline.com');
  });

  it('does not answer before its record is durable', async () => {
    const server = await startServer();
    server.setStorage(async () => Promise.reject(errors.DATABASE_UNAVAILABLE(['gone'])));
    for (const text of ['zorblax', 'hello']) {
      const answer = await post(server, CHAT, ask(text));
      expect(answer.statusCode).toBe(503);
      expect(answer.body).not.toContain('demo');
    }
  });
});

describe('a prompt that is held', () => {
  it('is a 400 held_for_review with its status, and an event in the same commit', async () => {
    const server = await startServer();
    const answer = await post(server, CHAT, ask('holdrix'));
    const [event] = server.events;
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({
      code: 'held_for_review',
      verdict: event?.verdict,
      status_url: `/v1/verdicts/${event?.verdict}`,
    });
    expect(event).toMatchObject({ type: 'verdict.held', rules: ['holdrix'], evidence: server.evidence[0]?.id });
    expect((event?.expiresAt ?? 0) - (event?.heldAt ?? 0)).toBe(72 * 3_600_000);
    const status = await server.app.inject({ url: `/v1/verdicts/${event?.verdict}`, headers: AUTH });
    expect(status.json()).toMatchObject({ status: 'open', id: event?.verdict });
  });

  it('passes once a person has released the same content for the same account and audience', async () => {
    const server = await startServer();
    await post(server, CHAT, ask('holdrix', { user: 'a' }));
    server.released.add(server.events[0]?.fingerprint ?? '');
    expect((await post(server, CHAT, ask('holdrix', { user: 'a' }))).statusCode).toBe(200);
    expect((await post(server, CHAT, ask('holdrix', { user: 'b' }))).statusCode).toBe(400);
    expect((await post(server, CHAT, ask('holdrix', { user: 'a' }), { 'x-tyrian-audience': 'child' })).statusCode).toBe(
      400,
    );
    const passed = GenerationRecord.parse(server.records[1]?.payload);
    expect(passed).toMatchObject({ decision: 'allow', proposed: 'hold' });
  });

  it('never passes where a locked rule holds it', async () => {
    const server = await startServer();
    await post(server, CHAT, ask('lockhold'));
    server.released.add(server.events[0]?.fingerprint ?? '');
    expect((await post(server, CHAT, ask('lockhold'))).json().error.code).toBe('held_for_review');
  });

  it('is refused over the daily cap, and where holds are off', async () => {
    const server = await startServer({ guard: createTestGuard({ dailyCap: 1 }) });
    expect((await post(server, CHAT, ask('holdrix one'))).json().error.code).toBe('held_for_review');
    expect((await post(server, CHAT, ask('holdrix two'))).json().error.code).toBe('content_filter');
    const off = await startServer({ guard: createTestGuard({ enabled: false }) });
    expect((await post(off, CHAT, ask('holdrix'))).json().error.code).toBe('content_filter');
    expect(off.events).toEqual([]);
  });

  it('is held once of many at the same time, where the cap is one', async () => {
    const server = await startServer({ guard: createTestGuard({ dailyCap: 1 }) });
    await Promise.all(Array.from({ length: 12 }, (_, at) => post(server, CHAT, ask(`holdrix ${at}`))));
    expect(server.events).toHaveLength(1);
  });
});

describe('what storage does not take', () => {
  it.each(['zorblax', 'hello'])('is an error of ours, and what was refused is sealed (%s)', async (text) => {
    const server = await startServer();
    server.setStorage(async ({ records = [], evidence = [] }) => {
      if (records.length > 0) throw errors.INVALID_INPUT(['the payload of a record is too large']);
      server.evidence.push(...evidence);
    });
    expect((await post(server, CHAT, ask(text))).statusCode).toBe(500);
    expect(server.evidence).toHaveLength(text === 'zorblax' ? 1 : 0);
  });

  it('does not come of many signals', async () => {
    const server = await startServer();
    const messages = Array.from({ length: 1_900 }, (_, at) => ({
      role: at % 2 === 0 ? 'user' : 'assistant',
      content: 'quibblex '.repeat(30),
    }));
    await post(server, CHAT, { model: 'm', messages });
    const [record] = server.records;
    expect(Buffer.byteLength(JSON.stringify(record?.payload))).toBeLessThan(256 * 1024);
    const { signals, truncated, signalCount } = GenerationRecord.parse(record?.payload);
    expect([signals.length, truncated, signalCount]).toEqual([200, true, 1_900]);
  });
});

describe('an answer that is refused', () => {
  it('is a 200 with nothing of it left, choice by choice', async () => {
    const body = { ...completion('fine', 'about zorblax'), provider: 'x', extra: { text: 'zorblax' } };
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(body)]) });
    const answer = await post(server, CHAT, ask('hello', { n: 2 }));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('zorblax');
    const { choices } = answer.json();
    expect(choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'fine' } });
    expect(choices[1]).toMatchObject({
      index: 1,
      finish_reason: 'content_filter',
      logprobs: null,
      message: { content: null },
    });
    const outputs = server.records.slice(1).map((record) => GenerationRecord.parse(record.payload));
    expect(outputs.map(({ choice, decision }) => [choice, decision])).toEqual([
      [0, 'allow'],
      [1, 'refuse'],
    ]);
    expect(outputs[0]?.withheld).toEqual(['provider', 'extra']);
    expect(server.evidence[0]?.content).toMatchObject({
      stage: 'output',
      prompt: [{ text: 'hello' }],
      output: [{ text: 'about zorblax' }],
    });
  });

  it('is a sentence where the key says message', async () => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion('zorblax'))]) });
    const answer = await post(server, CHAT, ask('hello'), { authorization: 'Bearer tyr_message' });
    expect(answer.json().choices[0].message.content).toMatch(
      /^This answer was refused because of: non-violent crimes\. Verdict /,
    );
  });

  it('loses tool calls and log probabilities with the text, and keeps calls that pass', async () => {
    const call = { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"q":"z\\u006frblax"}' } };
    const choice = {
      index: 0,
      message: { role: 'assistant', content: null, tool_calls: [call] },
      logprobs: null,
      finish_reason: 'tool_calls',
    };
    const server = await startServer({
      upstream: scriptedUpstream([JSON.stringify({ ...completion(), choices: [choice] })]),
    });
    const answer = await post(server, CHAT, ask('hello'));
    expect(answer.json().choices[0].message).not.toHaveProperty('tool_calls');
    expect(answersOf(server)[0]?.generation.contents.map((content) => content.place)).toContain(
      'choices[0].message.tool_calls[0].function.arguments#0',
    );
  });
});

describe('a stream', () => {
  const events = (...chunks: (object | string)[]) =>
    chunks.map((one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`).join('');
  const stream = (text: string) => scriptedUpstream([text], { type: 'text/event-stream' });

  it('leaves as it came when it passes, with usage and the end mark last', async () => {
    const usage = { ...chunk(0, {}), choices: [], usage: { total_tokens: 3 } };
    const text = events(
      chunk(0, { role: 'assistant', content: 'a' }),
      chunk(0, { content: 'b' }),
      chunk(0, {}, 'stop'),
      usage,
      '[DONE]',
    );
    const answer = await post(await startServer({ upstream: stream(text) }), CHAT, ask('hello', { stream: true }));
    expect(answer.body).toBe(text);
  });

  it('does not let a word out that was split over deltas', async () => {
    const parts = ['zor', 'bl', 'ax'].map((content) => chunk(0, { content }));
    const other = chunk(1, { content: 'fine' });
    const text = events(...parts, other, chunk(0, {}, 'stop'), chunk(1, {}, 'stop'), '[DONE]');
    const server = await startServer({ upstream: stream(text) });
    const answer = await post(server, CHAT, ask('hello', { stream: true, n: 2 }));
    expect(answer.body).not.toMatch(/zor|"bl"|"ax"/);
    expect(answer.body).toContain('fine');
    expect(answer.body).toMatch(/"index":0[^\n]*"finish_reason":"content_filter"/);
    expect(answer.body.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(server.records.slice(1).map((record) => GenerationRecord.parse(record.payload).decision)).toEqual([
      'refuse',
      'allow',
    ]);
  });

  it('repairs over deltas', async () => {
    const text = events(
      chunk(0, { content: 'my quib' }),
      chunk(0, { content: 'blex here' }),
      chunk(0, {}, 'stop'),
      '[DONE]',
    );
    const answer = await post(await startServer({ upstream: stream(text) }), CHAT, ask('hello', { stream: true }));
    expect(answer.body).toContain('"content":"my [out]"');
    expect(answer.body).toContain('"content":" here"');
    expect(answer.body).not.toContain('blex');
  });

  it('joins the pieces of each tool call', async () => {
    const piece = (index: number, args: string) => chunk(0, { tool_calls: [{ index, function: { arguments: args } }] });
    const text = events(
      piece(0, '{"q":"zor'),
      piece(1, '{"q":"blax"}'),
      piece(0, 'ten"}'),
      chunk(0, {}, 'tool_calls'),
      '[DONE]',
    );
    const server = await startServer({ upstream: stream(text) });
    const answer = await post(server, CHAT, ask('hello', { stream: true }));
    expect(answer.body).toBe(text);
    const texts = answersOf(server)[0]?.generation.contents.map((content) =>
      content.modality === 'text' ? content.text : '',
    );
    expect(texts).toEqual(['{"q":"zorten"}', '{"q":"blax"}']);
  });

  it.each([
    ['without a finish', events(chunk(0, { content: 'half a sentence' }))],
    ['in the middle of an event', `${events(chunk(0, { content: 'half a sentence' }))}data: {"id":"chatc`],
    ['with an error event', events(chunk(0, { content: 'half a sentence' }), { error: { message: 'zorblax' } })],
  ])('that ends %s is an error, never a complete answer', async (_how, text) => {
    const window = await post(await startServer({ upstream: stream(text) }), CHAT, ask('hello', { stream: true }));
    expect(window.body).toMatch(/"code":"upstream_(cut|invalid)"\}\}\n\n$/);
    expect(window.body).not.toMatch(/DONE|"finish_reason":"|zorblax/);

    const server = await startServer({ upstream: stream(text) });
    const answer = await post(server, CHAT, ask('hello', { stream: true }), { 'x-tyrian-audience': 'child' });
    expect(answer.statusCode).toBe(502);
    expect(answer.json().error.code).toMatch(/^upstream_(cut|invalid)$/);
    expect(answer.body).not.toMatch(/half|zorblax/);
    expect(server.records.map((record) => record.type)).toEqual([
      'generation.input',
      'generation.output',
      'upstream.failed',
    ]);
  });

  it('that ends with the mark alone, or with a reason of its own, gets a finish', async () => {
    for (const end of [events('[DONE]'), events(chunk(0, {}, 'eos'), '[DONE]'), 'data: [DONE]']) {
      const server = await startServer({ upstream: stream(events(chunk(0, { content: 'fine' })) + end) });
      const { body } = await post(server, CHAT, ask('hello', { stream: true }));
      expect(body).toMatch(/"finish_reason":"stop"[^\n]*\n\ndata: \[DONE\]\n\n$/);
    }
  });

  it('drops events of other names and says so in the record', async () => {
    const text = `event: secret.thing\ndata: {"x":"zorblax"}\n\n${events(chunk(0, { content: 'a' }), chunk(0, {}, 'stop'), '[DONE]')}`;
    const server = await startServer({ upstream: stream(text) });
    const answer = await post(server, CHAT, ask('hello', { stream: true }));
    expect(answer.body).not.toContain('zorblax');
    expect(GenerationRecord.parse(server.records[1]?.payload).withheld).toEqual(['event:secret.thing']);
  });
});

describe('what stands outside of all choices', () => {
  it('does not leave with a refused answer', async () => {
    const body = {
      ...completion('fine'),
      moderation: { input: { type: 'error', code: 'x', message: 'about zorblax' } },
    };
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(body)]) });
    const answer = await post(server, CHAT, ask('hello'));
    expect(answer.json().choices[0].finish_reason).toBe('content_filter');
    expect(answer.body).not.toContain('zorblax');
    const event = { ...chunk(0, { content: 'fine' }, 'stop'), moderation: body.moderation };
    const streaming = await startServer({
      upstream: scriptedUpstream([`data: ${JSON.stringify(event)}\n\n`], { type: 'text/event-stream' }),
    });
    expect((await post(streaming, CHAT, ask('hello', { stream: true }))).body).not.toContain('zorblax');
  });

  it('keeps logprobs with a text that passes as it was, and drops them with a repair', async () => {
    const logprobs = { content: [{ token: 'my quibblex', logprob: -1, bytes: null, top_logprobs: [] }], refusal: null };
    for (const [content, left] of [
      ['my quibblex', null],
      ['fine', { content: [], refusal: null }],
    ] as const) {
      const choice = {
        index: 0,
        message: { role: 'assistant', content },
        logprobs: content === 'fine' ? left : logprobs,
        finish_reason: 'stop',
      };
      const server = await startServer({
        upstream: scriptedUpstream([JSON.stringify({ ...completion(), choices: [choice] })]),
      });
      expect((await post(server, CHAT, ask('hello'))).json().choices[0].logprobs).toEqual(left);
    }
  });
});
