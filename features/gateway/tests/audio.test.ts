import OpenAI, { toFile } from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf, WAV } from './_forms.js';
import { AUTH, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: OpenAI;
beforeAll(async () => {
  server = await startServer();
  const baseURL = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new OpenAI({ apiKey: 'tyr_test', baseURL: `${baseURL}/v1`, maxRetries: 3 });
});
afterAll(() => server.app.close());

const recording = () => toFile(WAV, 'a.wav');
const data = `data:audio/wav;base64,${WAV.toString('base64')}`;

/** Asks for a transcript of a recording, of a model server that answers this. */
async function transcript(answer: object | string[], more: object = {}) {
  const isStream = Array.isArray(answer);
  const pieces = isStream ? answer : [JSON.stringify(answer)];
  const own = await startServer({
    upstream: scriptedUpstream(pieces, { type: isStream ? 'text/event-stream' : 'application/json' }),
  });
  const { body, contentType } = formOf({ file: [{ filename: 'a.wav', data }], model: 'm', ...more });
  const headers = { ...AUTH, 'content-type': contentType };
  const got = await own.app.inject({
    method: 'POST',
    url: '/v1/audio/transcriptions',
    headers,
    payload: Buffer.from(body),
  });
  return { own, got };
}

describe('audio, by the OpenAI SDK', () => {
  it('speaks a text that was checked', async () => {
    const answer = await client.audio.speech.create({
      model: 'm',
      input: 'hello',
      voice: 'alloy',
      instructions: 'calmly',
    });
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('RIFF');
  });

  it.each([{ input: 'zorblax' }, { input: 'hello', instructions: 'like zorblax' }])(
    'does not speak %j',
    async (text) => {
      const asked = client.audio.speech.create({ model: 'm', voice: 'alloy', ...text });
      await expect(asked).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    },
  );

  it('writes a recording down, whole, as text, as subtitles and streamed', async () => {
    const ask = { model: 'm', prompt: 'repeat after me: one. two.' };
    expect(await client.audio.transcriptions.create({ ...ask, file: await recording() })).toMatchObject({
      text: 'one. two.',
    });
    const text = await client.audio.transcriptions.create({ ...ask, file: await recording(), response_format: 'text' });
    expect(text).toBe('one. two.\n');
    const srt = await client.audio.transcriptions.create({ ...ask, file: await recording(), response_format: 'srt' });
    expect(srt).toBe('1\n00:00:00,000 --> 00:00:01,000\none.\n\n2\n00:00:01,000 --> 00:00:02,000\ntwo.\n');
    const stream = await client.audio.transcriptions.create({ ...ask, file: await recording(), stream: true });
    const texts: string[] = [];
    for await (const event of stream) texts.push(event.type === 'transcript.text.delta' ? event.delta : event.type);
    expect(texts).toEqual(['one. two.', 'transcript.text.done']);
  });

  it('translates', async () => {
    const { text } = await client.audio.translations.create({
      model: 'm',
      file: await recording(),
      prompt: 'repeat after me: one',
    });
    expect(text).toBe('one');
  });

  it('refuses the prompt of a recording, and what is no recording', async () => {
    const file = await recording();
    await expect(client.audio.transcriptions.create({ model: 'm', file, prompt: 'zorblax' })).rejects.toMatchObject({
      code: 'content_filter',
    });
    const other = await toFile(Buffer.from('<html>'), 'a.mp3');
    await expect(client.audio.transcriptions.create({ model: 'm', file: other })).rejects.toMatchObject({
      status: 400,
      code: 'field_invalid',
      param: 'file',
    });
  });
});

describe('speech', () => {
  const ask = { model: 'm', input: 'hello', voice: 'alloy' };

  it('leaves as events where it is asked for so', async () => {
    const answer = await post(await startServer(), '/v1/audio/speech', { ...ask, stream_format: 'sse' });
    expect(answer.body.match(/"type":"[^"]+"/g)).toEqual([
      '"type":"speech.audio.delta"',
      '"type":"speech.audio.delta"',
      '"type":"speech.audio.done"',
    ]);
  });

  it('is a recording, or nothing', async () => {
    const upstream = scriptedUpstream(['{"text":"zorblax"}'], { type: 'application/json' });
    const answer = await post(await startServer({ upstream }), '/v1/audio/speech', ask);
    expect([answer.statusCode, answer.json().error.code]).toEqual([502, 'upstream_invalid']);
  });

  it('hides no text in its events', async () => {
    const events = [
      '{"type":"speech.audio.delta","audio":"not base64: zorblax"}',
      '{"type":"speech.text","text":"zorblax"}',
      '{"type":"speech.audio.done"}',
    ];
    const upstream = scriptedUpstream(
      events.map((event) => `data: ${event}\n\n`),
      { type: 'text/event-stream' },
    );
    const answer = await post(await startServer({ upstream }), '/v1/audio/speech', { ...ask, stream_format: 'sse' });
    expect(answer.body).not.toContain('zorblax');
  });
});

describe('a transcript', () => {
  const segments = (...texts: string[]) => texts.map((text, id) => ({ id, start: id, end: id + 1, text, tokens: [1] }));
  const words = [
    { word: 'a', start: 0, end: 1 },
    { word: 'quibblex', start: 1, end: 2 },
  ];

  it('is refused as a whole where any of it is', async () => {
    for (const answer of [{ text: 'zorblax' }, { text: 'a', segments: segments('zor', 'blax') }]) {
      const { own, got } = await transcript(answer, { response_format: 'verbose_json' });
      expect([got.statusCode, got.json().error.code]).toEqual([400, 'content_filter']);
      expect(got.headers['x-should-retry']).toBe('false');
      expect(own.evidence).toHaveLength(1);
    }
  });

  it('is repaired in every copy, and what spells it otherwise is dropped', async () => {
    const answer = {
      text: 'a quibblex',
      segments: segments('a qui', 'bblex'),
      words,
      logprobs: [{ token: 'a', logprob: 0 }],
    };
    const { got } = await transcript(answer, { response_format: 'verbose_json' });
    expect(got.json().text).toBe('a [out]');
    expect(
      got
        .json()
        .segments.map((one: { text: string }) => one.text)
        .join(''),
    ).toBe('a [out]');
    expect(got.body).not.toMatch(/quib|bblex|tokens|words|logprobs/);
  });

  it('keeps its words where nothing was changed', async () => {
    const spoken = [{ word: 'a', start: 0, end: 1 }];
    const { own, got } = await transcript({ text: 'a', words: spoken }, { response_format: 'verbose_json' });
    expect(got.json().words).toEqual(spoken);
    const [content] =
      own.guard.checked.at(-1)?.generation.contents.filter(({ place }) => place === 'words[].word') ?? [];
    expect(content).toMatchObject({ text: 'a ' });
  });

  const stream = (...events: object[]) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
  const delta = (text: string) => ({ type: 'transcript.text.delta', delta: text });
  const done = (text: string) => ({ type: 'transcript.text.done', text });

  it('is repaired in a stream, and where its end says it once more', async () => {
    const { got } = await transcript(stream(delta('a qui'), delta('bblex.'), done('a quibblex.')), { stream: true });
    const events = [...got.body.matchAll(/^data: (\{.*\})$/gm)].map(([, event]) => JSON.parse(String(event)));
    expect(events.map((event) => event.delta ?? '').join('')).toBe('a [out].');
    expect(events.at(-1)).toEqual({ type: 'transcript.text.done', text: 'a [out].' });
  });

  it('is cut where a delta is refused, and ends in an error that is not tried again', async () => {
    const { got } = await transcript(stream(delta('fine. '), delta('zorblax'), done('fine. zorblax')), {
      stream: true,
    });
    expect(got.body).not.toContain('zorblax');
    expect(got.body).toContain('"code":"content_filter"');
  });

  it('is checked at its end where that says something else', async () => {
    const { own, got } = await transcript(stream(delta('fine'), done('zorblax')), { stream: true });
    expect(got.body).not.toContain('zorblax');
    expect(own.evidence).toHaveLength(1);
  });
});
