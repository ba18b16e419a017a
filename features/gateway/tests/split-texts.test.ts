import { describe, expect, it } from 'vitest';
import { AUTH, ask, post, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const said = (...messages: [string, unknown][]) => ({
  model: 'm',
  messages: messages.map(([role, content]) => ({ role, content })),
});
const parts = (...texts: string[]) => texts.map((text) => ({ type: 'text', text }));

describe('a text that is split', () => {
  it.each([
    ['over parts', said(['user', parts('about zor', 'blax')])],
    [
      'over parts with others between',
      said(['user', [...parts('zor'), { type: 'file', file: { filename: 'a' } }, ...parts('blax')]]),
    ],
    ['over messages', said(['user', 'about zor'], ['user', 'blax'])],
    ['over messages with an empty one between', said(['user', 'zor'], ['assistant', ''], ['user', 'blax'])],
    ['over messages and parts', said(['user', 'zo'], ['user', parts('rb', 'lax')])],
    ['at the edges of long texts', said(['user', `${'a '.repeat(5_000)}zor`], ['user', `blax${' a'.repeat(5_000)}`])],
    [
      'late in many messages',
      said(...Array.from({ length: 99 }, (): [string, string] => ['user', 'a']), ['user', 'zor'], ['user', 'blax']),
    ],
  ])('%s is refused', async (_how, body) => {
    const server = await startServer();
    expect((await post(server, CHAT, body)).json().error.code).toBe('content_filter');
  });

  it('is refused on our own API as well', async () => {
    const messages = [
      { role: 'user', content: 'zor' },
      { role: 'user', content: 'blax' },
    ];
    expect((await post(await startServer(), '/v1/guard', { messages })).json().decision).toBe('refuse');
  });

  it('is refused where a repair would have to span the parts, and repaired where it does not', async () => {
    const server = await startServer();
    expect((await post(server, CHAT, said(['user', parts('quib', 'blex')]))).statusCode).toBe(400);
    expect((await post(server, CHAT, said(['user', parts('a quibblex', 'b')]))).statusCode).toBe(200);
    expect(server.asked[0]).toContain('a [out]');
  });

  it('costs nothing where nothing is split, and counts no character twice', async () => {
    const server = await startServer();
    await post(server, CHAT, said(['system', 'a'], ['user', 'b'], ['assistant', 'c'], ['user', 'd']));
    expect(server.guard.checked[0]?.generation.contents).toHaveLength(4);
    await post(server, CHAT, said(['user', parts('ab', 'cd')]));
    expect(server.records[2]?.payload).toMatchObject({ characters: 4 });
  });

  it('passes between two speakers', async () => {
    expect((await post(await startServer(), CHAT, said(['user', 'zor'], ['assistant', 'blax']))).statusCode).toBe(200);
  });

  it('never makes a joined text longer than a detector takes', async () => {
    const server = await startServer();
    const many = Array.from({ length: 400 }, () => 'a'.repeat(3_900));
    await server.app.inject({
      method: 'POST',
      url: CHAT,
      headers: { ...AUTH, 'content-type': 'application/json' },
      payload: said(['user', parts(...many)]),
    });
    const lengths = server.guard.checked[0]?.generation.contents.map((one) =>
      one.modality === 'text' ? one.text.length : 0,
    );
    expect(lengths?.every((length) => length < 250_000)).toBe(true);
  });
});

describe('JSON in what tools say', () => {
  const escaped = JSON.stringify({ page: 'about zorblax' }).replaceAll('o', '\\u006f');

  it.each(['{', '[', '"'])('is read without its escapes (%s)', async (start) => {
    const content = start === '{' ? escaped : start === '[' ? `[${escaped}]` : '"z\\u006frblax"';
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } };
    const messages = [
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'c', content },
    ];
    expect((await post(await startServer(), CHAT, { model: 'm', messages })).json().error.code).toBe('content_filter');
  });

  it('is read so in files', async () => {
    const file_data = `data:application/json;base64,${Buffer.from(escaped).toString('base64')}`;
    const body = { model: 'm', messages: [{ role: 'user', content: [{ type: 'file', file: { file_data } }] }] };
    expect((await post(await startServer(), CHAT, body)).json().error.code).toBe('content_filter');
  });

  it('stays JSON when it is repaired', async () => {
    const server = await startServer();
    await post(server, CHAT, said(['tool', '{"a":"my\\nquibblex"}']));
    expect(JSON.parse(server.asked[0] ?? '').messages[0].content).toBe('{"a":"my\\n[out]"}');
  });

  it('counts its strings among the texts of a request', async () => {
    const content = `[${Array(20_000).fill('"\\n"').join(',')}]`;
    const answer = await post(await startServer(), CHAT, said(['tool', content]));
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'too_many']);
    const args = { id: 'c', type: 'function', function: { name: 'f', arguments: content } };
    const called = {
      model: 'm',
      messages: [{ role: 'assistant', content: 'x', tool_calls: [args] }, ...ask('a').messages],
    };
    expect((await post(await startServer(), CHAT, called)).json().error.code).toBe('too_many');
  });
});
