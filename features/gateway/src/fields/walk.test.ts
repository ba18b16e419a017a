import { describe, expect, it } from 'vitest';
import type { JsonObject } from './field.js';
import { readWalk } from './reading.js';
import { chatAnswer } from './tables/chat-answer.js';
import { chatRequest } from './tables/chat-request.js';
import { createWalk } from './walk.js';
import { walkDocument } from './walk-document.js';

function request(document: object) {
  const walk = createWalk('request');
  walkDocument(chatRequest, { model: 'm', messages: [], ...document }, walk);
  return readWalk(walk, 'input').contents.map((one) => [
    one.place,
    one.role,
    one.modality === 'text' ? one.text : one.modality,
  ]);
}

function answer(document: JsonObject) {
  const walk = createWalk('answer');
  walkDocument(chatAnswer, document, walk);
  return { document, walk, withheld: [...walk.withheld] };
}

describe('walking a request', () => {
  it('says who speaks, part by part', () => {
    const messages = [
      { role: 'developer', content: 'a' },
      {
        role: 'user',
        name: 'jo',
        content: [
          { type: 'text', text: 'b' },
          { type: 'file', file: { filename: 'c.pdf' } },
        ],
      },
      {
        role: 'assistant',
        content: null,
        reasoning_content: 'd',
        tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"x":"\\u0065"}' } }],
      },
      { role: 'tool', tool_call_id: 'call_1', content: 'g' },
      { role: 'function', name: 'h', content: 'i' },
    ];
    expect(request({ messages })).toEqual([
      ['messages[0].content', 'system', 'a'],
      ['messages[1].name', 'user', 'jo'],
      ['messages[1].content[0].text', 'user', 'b'],
      ['messages[1].content[1].file.filename', 'document', 'c.pdf'],
      ['messages[2].reasoning_content', 'assistant', 'd'],
      ['messages[2].tool_calls[0].id', 'assistant', 'call_1'],
      ['messages[2].tool_calls[0].function.name', 'assistant', 'f'],
      ['messages[2].tool_calls[0].function.arguments', 'assistant', '{"x":"\\u0065"}'],
      ['messages[2].tool_calls[0].function.arguments#0', 'assistant', 'e'],
      ['messages[3].tool_call_id', 'tool', 'call_1'],
      ['messages[3].content', 'tool', 'g'],
      ['messages[4].name', 'tool', 'h'],
      ['messages[4].content', 'tool', 'i'],
      ['messages[3..4].content#joined', 'tool', 'gi'],
      ['messages[3..4].content#lines', 'tool', 'g\ni'],
    ]);
  });

  it('reads schemas through, keys too, without spelling a key in a place', () => {
    const parameters = {
      type: 'object',
      properties: { city: { type: 'string', enum: ['oslo', 'rome'] } },
      required: ['city'],
    };
    const tools = [{ type: 'function', function: { name: 'f', description: 'd', parameters } }];
    expect(request({ tools })).toEqual([
      ['tools[0].function.name', 'definition', 'f'],
      ['tools[0].function.description', 'definition', 'd'],
      ['tools[0].function.parameters.properties{0}.key', 'definition', 'city'],
      ['tools[0].function.parameters.properties{0}.enum[0]', 'definition', 'oslo'],
      ['tools[0].function.parameters.properties{0}.enum[1]', 'definition', 'rome'],
      ['tools[0].function.parameters.required[0]', 'definition', 'city'],
    ]);
  });

  it('reads an address as text, and a file that is text as text', () => {
    const file_data = `data:text/plain;base64,${Buffer.from('words in a file').toString('base64')}`;
    const content = [
      { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
      { type: 'file', file: { file_data } },
    ];
    expect(request({ messages: [{ role: 'user', content }] })).toEqual([
      ['messages[0].content[0].image_url.url.address', 'user', 'https://example.org/a.png'],
      ['messages[0].content[0].image_url.url', 'user', 'image'],
      ['messages[0].content[1].file.file_data.decoded', 'document', 'words in a file'],
      ['messages[0].content[1].file.file_data', 'document', 'file'],
    ]);
  });

  it('takes null for an absent field, but not for a required one', () => {
    expect(request({ stop: null, tools: null, user: null })).toEqual([]);
    expect(() => request({ messages: null })).toThrow(
      expect.objectContaining({ code: 'FIELD_MISSING', param: 'messages' }),
    );
  });

  it('bounds how much there is to check', () => {
    expect(() => request({ guided_json: Array(10_001).fill('a') })).toThrow(
      expect.objectContaining({ code: 'TOO_MANY' }),
    );
  });
});

describe('walking an answer', () => {
  it('takes out what no table knows and names it, but no name that could be a text', () => {
    const { document, withheld } = answer({
      id: 'has blanks in it',
      choices: [
        {
          index: 0,
          message: { content: 'a', annotations: [{ type: 'file_path' }], 'some words here': 1 },
          finish_reason: 'tired',
        },
      ],
      usage: { total_tokens: 1, note: 'text', 'Some words': 2, details: { cached: true } },
      provider: 'x',
    });
    expect(document).toEqual({
      choices: [{ index: 0, message: { content: 'a', annotations: [] } }],
      usage: { total_tokens: 1, details: { cached: true } },
    });
    expect(withheld).toEqual([
      'id',
      'choices[0].message.annotations[]',
      'choices[0].message.?',
      'choices[0].finish_reason',
      'usage.note',
      'usage.?',
      'provider',
    ]);
  });

  it('reads log probabilities as the text that they spell', () => {
    const token = (text: string, top: string[] = []) => ({
      token: text,
      logprob: -1,
      bytes: [...Buffer.from(text)],
      top_logprobs: top.map((one) => ({ token: one, logprob: -2, bytes: [...Buffer.from(`${one}!`)] })),
    });
    const { walk } = answer({
      choices: [{ index: 0, logprobs: { content: [token('zor', ['wib']), token('blax', ['ble'])] } }],
    });
    expect(readWalk(walk, 'output', 0).contents.map((one) => [one.place, one.modality === 'text' && one.text])).toEqual(
      [
        ['choices[0].logprobs.content', 'zorblax'],
        ['choices[0].logprobs.content.top[0]', 'wibble'],
        ['choices[0].logprobs.content.top[0].bytes', 'wib!ble!'],
      ],
    );
  });

  it('writes half a surrogate pair as what was checked', () => {
    const { document, walk } = answer({ choices: [{ index: 0, message: { content: 'a\ud800b' } }] });
    expect(readWalk(walk, 'output').contents).toMatchObject([{ text: 'a\uFFFDb' }]);
    expect(JSON.stringify(document)).toContain('a\uFFFDb');
  });

  it('replaces padding by its own, as long as it was', () => {
    const { document } = answer({ choices: [], obfuscation: 'zorblax' });
    expect(document.obfuscation).toMatch(/^[\w-]{7}$/);
    expect(document.obfuscation).not.toBe('zorblax');
  });

  it('numbers choices that have no number of their own', () => {
    const { document } = answer({
      choices: [{ message: { content: 'a' } }, { index: 'x', message: { content: 'b' } }, null],
    });
    expect(document.choices).toMatchObject([{ index: 0 }, { index: 1 }]);
  });

  it('reads each choice with what stands outside of all', () => {
    const { walk } = answer({
      choices: [
        { index: 0, message: { content: 'a' } },
        { index: 1, message: { content: 'b' } },
      ],
      moderation: { input: { type: 'error', message: 'c' } },
    });
    const texts = (choice: number) =>
      readWalk(walk, 'output', choice).contents.map((one) => one.modality === 'text' && one.text);
    expect([texts(0), texts(1)]).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });
});
