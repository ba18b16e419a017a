import { createOpenAI } from '@ai-sdk/openai';
import { embed, generateObject, generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoUpstream } from '../src/upstream/demo-upstream.js';
import type { Upstream } from '../src/upstream/upstream.js';
import { startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: OpenAI;
let baseURL: string;

beforeAll(async () => {
  server = await startServer();
  baseURL = `${await server.app.listen({ port: 0, host: '127.0.0.1' })}/v1`;
  client = new OpenAI({ apiKey: 'tyr_test', baseURL, maxRetries: 3 });
});
afterAll(() => server.app.close());

const model = 'any';
const input = 'repeat after me: a small garden';
const tools = [{ type: 'function' as const, name: 'look_up', parameters: { type: 'object' }, strict: false }];

describe('the OpenAI SDK at the responses door', () => {
  it('asks and streams', async () => {
    const answer = await client.responses.create({ model, input });
    expect([answer.output_text, answer.status]).toEqual(['a small garden', 'completed']);
    const stream = client.responses.stream({ model, input });
    let text = '';
    stream.on('response.output_text.delta', ({ delta }) => {
      text += delta;
    });
    expect([(await stream.finalResponse()).output_text, text]).toEqual(['a small garden', 'a small garden']);
  });

  it('calls tools and takes the conversation on with the items as they came', async () => {
    const first = await client.responses.create({ model, input: 'please call the tool look_up', tools });
    expect(first.output).toMatchObject([{ type: 'function_call', name: 'look_up', arguments: '{}' }]);
    const call = first.output[0];
    if (call?.type !== 'function_call') throw new Error('no call');
    const result = { type: 'function_call_output' as const, call_id: call.call_id, output: 'found it' };
    const second = await client.responses.create({
      model,
      input: [{ role: 'user', content: input }, call, result],
      tools,
    });
    expect(second.output_text).toBe('a small garden');
    const streamed = client.responses.stream({ model, input: 'please call the tool look_up', tools });
    expect((await streamed.finalResponse()).output).toMatchObject([{ type: 'function_call', arguments: '{}' }]);
  });

  it('is refused without trying again, and told what was refused of an answer', async () => {
    const before = server.records.length;
    const refused = client.responses.create({ model, input: 'zorblax' });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    await expect(client.responses.create({ model, input: 'holdrix' })).rejects.toMatchObject({
      code: 'held_for_review',
    });
    expect(server.records.length - before).toBe(2);
    await expect(client.responses.create({ model, input: 'a', prompt: { id: 'pmpt_1' } })).rejects.toMatchObject({
      status: 400,
      code: 'field_unknown',
      param: 'prompt',
    });
  });

  it('reads, stops and deletes what is stored', async () => {
    expect((await client.responses.retrieve('resp_1')).output_text).toContain('Tyrian demo model');
    expect((await client.responses.cancel('resp_1')).status).toBe('cancelled');
    expect((await client.responses.inputItems.list('resp_1')).data).toMatchObject([{ role: 'user' }]);
    await client.responses.delete('resp_1');
  });
});

describe('the OpenAI SDK at the doors of completions and embeddings', () => {
  it('completes, whole and streamed, every prompt', async () => {
    const prompt = ['repeat after me: one', 'repeat after me: two'];
    const whole = await client.completions.create({ model, prompt });
    expect(whole.choices.map(({ text }) => text)).toEqual(['one', 'two']);
    const texts = ['', ''];
    for await (const { choices } of await client.completions.create({ model, prompt, stream: true })) {
      for (const { index, text } of choices) texts[index] += text;
    }
    expect(texts).toEqual(['one', 'two']);
    await expect(client.completions.create({ model, prompt: 'zorblax' })).rejects.toMatchObject({ status: 400 });
    await expect(client.completions.create({ model, prompt: [1, 2] })).rejects.toMatchObject({ param: 'prompt[0]' });
  });

  it('embeds, as numbers and in base64', async () => {
    const [asked, plain] = await Promise.all([
      client.embeddings.create({ model, input: ['a', 'b'] }),
      client.embeddings.create({ model, input: ['a', 'b'], encoding_format: 'float' }),
    ]);
    expect(asked.data.map(({ embedding }) => embedding.map(Math.fround))).toEqual(
      plain.data.map(({ embedding }) => embedding.map(Math.fround)),
    );
    await expect(client.embeddings.create({ model, input: 'zorblax' })).rejects.toMatchObject({ status: 400 });
    await expect(client.embeddings.create({ model, input: [1] })).rejects.toMatchObject({ param: 'input[0]' });
  });
});

/** The demo model, with another word in the place of one. */
function saying(word: string, instead: string): Upstream {
  const inner = demoUpstream();
  async function* swapped(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of body) yield Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll(word, instead));
  }
  return {
    ...inner,
    send: async (request) => {
      const answer = await inner.send(request);
      return { ...answer, body: swapped(answer.body) };
    },
  };
}

describe('the AI SDK', () => {
  const provider = () => createOpenAI({ apiKey: 'tyr_test', baseURL });
  const lookUp = tool({
    description: 'looks things up',
    inputSchema: jsonSchema<object>({ type: 'object', properties: {}, additionalProperties: false }),
    execute: async () => 'found it',
  });

  it.each(['responses', 'chat', 'completion'] as const)('generates and streams text at %s', async (api) => {
    const at = provider()[api](model);
    expect((await generateText({ model: at, prompt: input })).text).toContain('a small garden');
    let text = '';
    for await (const piece of streamText({ model: at, prompt: input }).textStream) text += piece;
    expect(text).toContain('a small garden');
  });

  it.each(['responses', 'chat'] as const)('calls tools and makes objects at %s', async (api) => {
    const at = provider()[api](model);
    const options = { model: at, tools: { look_up: lookUp }, stopWhen: stepCountIs(1) };
    const { toolResults } = await generateText({ ...options, prompt: 'please call the tool look_up' });
    expect(toolResults).toMatchObject([{ toolName: 'look_up', output: 'found it' }]);
    const streamed = streamText({ ...options, prompt: 'please call the tool look_up' });
    expect(await streamed.toolResults).toMatchObject([{ toolName: 'look_up', output: 'found it' }]);
    const schema = jsonSchema<{ a: number }>({
      type: 'object',
      properties: { a: { type: 'number' } },
      required: ['a'],
      additionalProperties: false,
    });
    const made = await generateObject({ model: at, schema, prompt: 'repeat after me: {"a":1}' });
    expect(made.object).toEqual({ a: 1 });
  });

  it.each(['responses', 'chat'] as const)('is refused at %s', async (api) => {
    const refused = generateText({ model: provider()[api](model), prompt: 'zorblax' });
    await expect(refused).rejects.toMatchObject({ statusCode: 400, isRetryable: false });
  });

  it.each(['responses', 'chat'] as const)('is told at %s that an answer was cut', async (api) => {
    const bad = await startServer({ upstream: saying('wobble', 'zorblax') });
    const url = `${await bad.app.listen({ port: 0, host: '127.0.0.1' })}/v1`;
    const at = createOpenAI({ apiKey: 'tyr_test', baseURL: url })[api](model);
    const prompt = 'repeat after me: wobble';
    expect((await generateText({ model: at, prompt })).finishReason).toBe('content-filter');
    const cut = streamText({ model: at, prompt });
    expect(await cut.text).not.toContain('zorblax');
    expect(await cut.finishReason).toBe('content-filter');
    await bad.app.close();
  });

  it('embeds', async () => {
    expect((await embed({ model: provider().embedding(model), value: 'a' })).embedding).toHaveLength(16);
  });
});
