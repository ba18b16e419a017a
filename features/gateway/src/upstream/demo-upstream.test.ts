import { describe, expect, it } from 'vitest';
import { createSseParser } from '../sse/parse.js';
import { demoUpstream } from './demo-upstream.js';
import { readJsonAnswer } from './read-answer.js';
import type { UpstreamRequest } from './upstream.js';

const chatRequest = (body: string, accept: string): UpstreamRequest => ({
  api: 'openai',
  method: 'POST',
  path: '/chat/completions',
  body,
  accept,
  signal: new AbortController().signal,
});
const prompt = (content: string, more: object = {}) =>
  JSON.stringify({ model: 'm', messages: [{ role: 'user', content }], ...more });

async function whole(body: string) {
  const answer = await readJsonAnswer(await demoUpstream().send(chatRequest(body, 'application/json')));
  return answer as {
    choices: { message: { content: string; tool_calls?: object[] }; finish_reason: string }[];
    model: string;
    usage: object;
  };
}

describe('demoUpstream', () => {
  it('says what it is, in about 600 characters about the topics of the prompt', async () => {
    const { choices, model } = await whole(prompt('Please tell me about gardens in Oslo'));
    const text = choices[0]?.message.content ?? '';
    expect(model).toBe('tyrian-demo-model');
    expect(text).toContain('Tyrian demo model');
    expect(text).toContain('gardens, oslo');
    expect(text.length).toBeGreaterThan(500);
    expect(text.length).toBeLessThan(750);
  });

  it('is deterministic, and gives as many answers as asked for', async () => {
    const body = prompt('gardens', { n: 3 });
    const [first, second] = [await whole(body), await whole(body)];
    expect(first.choices).toEqual(second.choices);
    expect(new Set(first.choices.map(({ message }) => message.content)).size).toBe(3);
  });

  it('repeats, stops at max_tokens, and calls a tool that was offered', async () => {
    expect((await whole(prompt('Repeat after me: one two'))).choices[0]?.message.content).toBe('one two');
    expect((await whole(prompt('gardens', { max_tokens: 3 }))).choices[0]).toMatchObject({
      finish_reason: 'length',
      message: { content: 'This is the ' },
    });
    const tools = [{ type: 'function', function: { name: 'look' } }];
    expect((await whole(prompt('call the tool look', { tools }))).choices[0]).toMatchObject({
      finish_reason: 'tool_calls',
      message: { content: null },
    });
    expect((await whole(prompt('call the tool other', { tools }))).choices[0]?.finish_reason).toBe('stop');
  });

  it('streams the same text', async () => {
    const body = prompt('gardens', { stream_options: { include_usage: true } });
    const parser = createSseParser();
    let text = '';
    let last = '';
    for await (const bytes of (await demoUpstream().send(chatRequest(body, 'text/event-stream'))).body) {
      for (const { data } of parser.feed(bytes)) {
        last = data;
        text += data === '[DONE]' ? '' : (JSON.parse(data).choices[0]?.delta.content ?? '');
      }
    }
    expect(last).toBe('[DONE]');
    expect(text).toBe((await whole(body)).choices[0]?.message.content);
  });
});
