import { describe, expect, it } from 'vitest';
import { events, json, messagesIn, resultOf, rpc, scriptedMcp, sentTo, startMcp } from './_mcp.js';
import { AUTH, post, scriptedUpstream, startServer } from './_server.js';

const call = (text: string, more: object = {}) => rpc('tools/call', { name: 'f', arguments: { text }, ...more });
const text = (said: string) => ({ content: [{ type: 'text', text: said }] });
const error = (code: number) => ({ error: { code, data: { code: expect.any(String) } } });

describe('messages of a client', () => {
  it('are taken one by one, of methods that a table describes', async () => {
    const upstream = scriptedMcp(resultOf({}));
    const server = await startMcp(upstream);
    for (const [sent, status, code] of [
      [[call('a'), call('b')], 400, -32_600],
      [rpc('tasks/list'), 200, -32_601],
      [rpc('toString'), 200, -32_601],
      [{ jsonrpc: '2.0', method: 'notifications/tools/list_changed' }, 400, -32_601],
      [{ jsonrpc: '2.0' }, 400, -32_600],
      [rpc('tools/call', {}), 200, -32_602],
      [call('a', { mood: 'fine' }), 200, -32_602],
      [rpc('tools/call', { name: 'f' }, { nested: 1 }), 400, -32_602],
      [{ ...rpc('ping'), jsonrpc: '1.0' }, 200, -32_602],
    ] as const) {
      const answer = await post(server, '/mcp/tools', sent as object);
      expect([answer.statusCode, answer.json()]).toMatchObject([status, error(code)]);
    }
    expect(upstream.got).toEqual([]);
    expect(server.records.every(({ type }) => type === 'request.rejected')).toBe(true);
  });

  it('need a key, and a server that is configured', async () => {
    const server = await startMcp(scriptedMcp(resultOf({})));
    const anonymous = await server.app.inject({ method: 'POST', url: '/mcp/tools', payload: rpc('ping') });
    expect([anonymous.statusCode, anonymous.json()]).toMatchObject([401, error(-32_600)]);
    for (const url of ['/mcp/other', '/mcp', '/mcp/tools/more']) {
      expect([url, (await post(server, url, rpc('ping'))).statusCode]).toEqual([url, 404]);
    }
    expect((await post(await startServer(), '/mcp/tools', rpc('ping'))).statusCode).toBe(404);
  });

  it('are written anew, with a revision that is described here, and nothing that nobody reads', async () => {
    const upstream = scriptedMcp(resultOf({ protocolVersion: '2025-11-25', capabilities: {}, serverInfo: {} }));
    const server = await startMcp(upstream);
    const hello = {
      protocolVersion: '2030-01-01',
      capabilities: { tasks: { list: {} }, sampling: {} },
      clientInfo: { name: 'c', version: '1', icons: [{ src: 'https://x.example/a.png' }] },
    };
    expect((await post(server, '/mcp/tools', rpc('initialize', hello))).statusCode).toBe(200);
    expect(sentTo(upstream.got[0] ?? never()).params).toEqual({
      protocolVersion: '2025-11-25',
      capabilities: { sampling: {} },
      clientInfo: { name: 'c', version: '1' },
    });
    const unknown = await post(server, '/mcp/tools', rpc('ping'), { 'mcp-protocol-version': '2030-01-01' });
    expect(unknown.statusCode).toBe(400);
  });

  it('that are refused never reach the server, whatever kind they are', async () => {
    const upstream = scriptedMcp(() => ({ status: 202 }));
    const server = await startMcp(upstream);
    const held = await post(server, '/mcp/tools', rpc('prompts/get', { name: 'holdrix' }));
    expect(held.json()).toMatchObject({
      id: 1,
      error: { code: -31_001, data: { code: 'held_for_review', status_url: expect.stringContaining('/v1/verdicts/') } },
    });
    const cancelled = {
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId: 1, reason: 'zorblax' },
    };
    const told = await post(server, '/mcp/tools', cancelled);
    expect([told.statusCode, told.json()]).toMatchObject([400, { id: null, ...error(-31_000) }]);
    expect(upstream.got).toEqual([]);
    const answered = await post(server, '/mcp/tools', {
      jsonrpc: '2.0',
      id: 7,
      result: { action: 'accept', content: { a: 'zorblax' } },
    });
    expect(answered.statusCode).toBe(400);
    // The server is not left waiting, and is told nothing of it.
    expect(upstream.got.map(sentTo)).toMatchObject([{ id: 7, error: { code: -31_000, message: 'refused' } }]);
  });

  it('say nothing of child safety or of how an attack was seen', async () => {
    const server = await startMcp(scriptedMcp(resultOf({})));
    const { result } = (await post(server, '/mcp/tools', call('silentrix'))).json();
    expect(result).toMatchObject({ isError: true });
    expect(JSON.stringify(result)).not.toMatch(/silentrix|S4|child/i);
  });

  it('are answered once what they asked is on record', async () => {
    const server = await startMcp(scriptedMcp(resultOf(text('fine'))));
    await post(server, '/mcp/tools', call('hello'));
    expect(server.records.map(({ type, payload }) => [type, payload])).toMatchObject([
      ['generation.input', { door: 'mcp.tools/call', model: 'tools/f', decision: 'allow' }],
      ['generation.input', { door: 'mcp.tools/call.answer', model: 'tools/f', decision: 'allow' }],
    ]);
    server.setStorage(() => Promise.reject(new Error('the disk is full')));
    const lost = await post(server, '/mcp/tools', call('hello'));
    expect([lost.statusCode, lost.body]).toEqual([500, expect.not.stringContaining('fine')]);
  });
});

describe('what a server says', () => {
  it('is judged as words of a stranger that a model is to read', async () => {
    const server = await startMcp(
      scriptedMcp(resultOf({ tools: [{ name: 'f', description: 'Says it', inputSchema: { description: 'Hidden' } }] })),
    );
    await post(server, '/mcp/tools', rpc('tools/list'));
    const contents = server.guard.checked.flatMap(({ generation }) => generation.contents);
    expect(contents.map(({ place, role, stage }) => `${place} ${role} ${stage}`)).toEqual([
      'result.tools[0].name definition input',
      'result.tools[0].description definition input',
      'result.tools[0].inputSchema.description definition input',
    ]);
  });

  it('is left out where a tool of a list is refused, and the page goes on', async () => {
    const tools = ['fine', 'zorblax', 'also fine'].map((name) => ({ name, inputSchema: {} }));
    const server = await startMcp(scriptedMcp(resultOf({ tools, nextCursor: 'page=2', _meta: { a: 'b' } })));
    const answer = await post(server, '/mcp/tools', rpc('tools/list'));
    expect(answer.json().result).toEqual({
      tools: [
        { name: 'fine', inputSchema: {} },
        { name: 'also fine', inputSchema: {} },
      ],
      nextCursor: 'page=2',
    });
    expect(String(answer.headers['x-tyrian-verdict']).split(', ')).toHaveLength(2);
  });

  it('is refused with its list where it stands outside of all entries', async () => {
    for (const result of [
      { tools: [], _meta: { zorblax: 1 } },
      { tools: [{ name: 'a' }], _meta: { a: 'zorblax' } },
    ]) {
      const server = await startMcp(scriptedMcp(resultOf(result)));
      expect((await post(server, '/mcp/tools', rpc('tools/list'))).body).not.toContain('zorblax');
    }
  });

  it('is refused with the error that stands beside a list', async () => {
    const result = { tools: [{ name: 'a', inputSchema: {} }] };
    const both = { jsonrpc: '2.0', id: 1, result, error: { code: 1, message: 'zorblax' } };
    const answer = await post(await startMcp(scriptedMcp(() => json(both))), '/mcp/tools', rpc('tools/list'));
    expect(answer.json()).toMatchObject({ id: 1, ...error(-31_000) });
    expect(answer.body).not.toContain('zorblax');
  });

  it('leaves out what no table knows, and says so on record', async () => {
    const said = {
      content: [
        { type: 'dream', of: 'sheep' },
        { type: 'text', text: 'fine', mood: 'good' },
      ],
    };
    const server = await startMcp(scriptedMcp(resultOf({ ...said, resultType: 'complete' })));
    const { result } = (await post(server, '/mcp/tools', call('hello'))).json();
    expect(result).toEqual({ content: [{ type: 'text', text: 'fine' }] });
    expect(server.records.at(-1)?.payload).toMatchObject({
      withheld: expect.arrayContaining(['result.content[]', 'result.content[0].mood', 'result.resultType']),
    });
  });

  it('is refused as an error is: nothing of its message or data leaves', async () => {
    for (const failure of [{ message: 'zorblax' }, { message: 'no', data: { why: 'zorblax' } }]) {
      const upstream = scriptedMcp(({ body }) =>
        json({ jsonrpc: '2.0', id: JSON.parse(body ?? '{}').id, error: { code: 5, ...failure } }),
      );
      const answer = await post(await startMcp(upstream), '/mcp/tools', rpc('resources/read', { uri: 'a://b' }));
      expect(answer.json()).toMatchObject({ id: 1, ...error(-31_000) });
      expect(answer.body).not.toContain('zorblax');
    }
  });

  it('is on record, with an alarm, where a tool is no longer what it was', async () => {
    let description = 'Adds';
    const upstream = scriptedMcp((sending) =>
      resultOf({ tools: [{ name: 'add', description, inputSchema: {} }] })(sending),
    );
    const server = await startMcp(upstream);
    const changes = () => server.records.filter(({ type }) => type === 'mcp.tool-changed');
    await post(server, '/mcp/tools', rpc('tools/list'));
    await post(server, '/mcp/tools', rpc('tools/list'));
    expect([changes(), server.told]).toEqual([[], []]);
    description = 'Adds, and more';
    expect((await post(server, '/mcp/tools', rpc('tools/list'))).json().result.tools).toHaveLength(1);
    expect(changes().map(({ payload }) => payload)).toMatchObject([{ server: 'tools', tool: 'add' }]);
    expect(server.told).toMatchObject([{ type: 'alarm.raised', alarm: 'mcp-tool-changed', ids: { server: 'tools' } }]);
    expect(JSON.stringify([changes(), server.told])).not.toContain('more');
  });

  it('is held against nobody', async () => {
    const struck: unknown[] = [];
    const conduct = {
      admit: () => ({ isWarned: false, delayMs: 0, isStrict: false }),
      strikesOf: (verdict: { id: string }) => {
        struck.push(verdict.id);
        return { strikes: [], events: [] };
      },
    };
    const server = await startMcp(scriptedMcp(resultOf(text('zorblax'))), { conduct });
    await post(server, '/mcp/tools', call('hello'));
    expect(struck).toEqual([]);
    await post(server, '/mcp/tools', call('zorblax'));
    expect(struck).toHaveLength(1);
  });

  it('must be the answer to what was asked', async () => {
    for (const [said, status] of [
      [{ jsonrpc: '2.0', id: 2, result: {} }, 502],
      [{ jsonrpc: '2.0', id: 1 }, 502],
      [{ jsonrpc: '2.0', id: 1, result: 'a text' }, 502],
      [{ jsonrpc: '2.0', id: 1, result: {}, error: { code: 1, message: 'no' } }, 200],
    ] as const) {
      const answer = await post(await startMcp(scriptedMcp(() => json(said))), '/mcp/tools', rpc('ping'));
      expect([JSON.stringify(said), answer.statusCode]).toEqual([JSON.stringify(said), status]);
    }
    const page = scriptedMcp(() => ({ type: 'text/html', pieces: ['<p>zorblax'] }));
    const answer = await post(await startMcp(page), '/mcp/tools', rpc('ping'));
    expect([answer.statusCode, answer.body]).toEqual([502, expect.not.stringContaining('zorblax')]);
  });

  it('has bounds: entries, depth, bytes of a message', async () => {
    let deep: object = {};
    for (let level = 0; level < 80; level++) deep = { a: deep };
    const many = Array.from({ length: 501 }, (_, at) => ({ name: `t${at}`, inputSchema: {} }));
    for (const [method, result] of [
      ['tools/list', { tools: many }],
      ['tools/call', { content: [], structuredContent: deep }],
    ] as const) {
      const params = method === 'tools/call' ? { name: 'f' } : {};
      const answer = await post(await startMcp(scriptedMcp(resultOf(result))), '/mcp/tools', rpc(method, params));
      expect([method, answer.statusCode]).toEqual([method, 502]);
    }
    const long = scriptedMcp(() => ({ type: 'text/event-stream', pieces: [`data: ${'a'.repeat(5_000_000)}\n\n`] }));
    expect((await post(await startMcp(long), '/mcp/tools', rpc('ping'))).statusCode).toBe(502);
    const sent = await post(await startMcp(long), '/mcp/tools', call('a'.repeat(4_200_000)));
    expect(sent.statusCode).toBe(413);
  });
});

describe('a stream of messages', () => {
  const said = (method: string, params: object, id?: unknown) => ({
    jsonrpc: '2.0',
    method,
    params,
    ...(id !== undefined && { id }),
  });
  const log = (data: unknown) => said('notifications/message', { level: 'info', data });
  const done = { jsonrpc: '2.0', id: 1, result: text('done') };

  it('leaves message by message, without what is refused or that no table knows', async () => {
    const upstream = scriptedMcp(({ body }) =>
      sentTo({ body } as never).method === undefined
        ? { status: 202 }
        : events(
            log('one'),
            log({ deep: ['zorblax'] }),
            said('weather/report', { it: 'rains' }),
            said('sampling/createMessage', { messages: [], systemPrompt: 'zorblax', maxTokens: 1 }, 8),
            said('dreams/share', {}, 9),
            said('roots/list', {}, 10),
            { jsonrpc: '2.0', id: 99, result: text('of another') },
            done,
            log('too late'),
          ),
    );
    const server = await startMcp(upstream);
    const { body, headers } = await post(server, '/mcp/tools', call('hello'));
    expect(headers['content-type']).toContain('text/event-stream');
    expect(messagesIn(body)).toEqual([log('one'), said('roots/list', {}, 10), done]);
    expect(body).not.toMatch(/id: 7|zorblax|rains|another/);
    // What a server asked in vain is answered in the client's place.
    expect(upstream.got.slice(1).map(sentTo)).toMatchObject([
      { id: 8, error: { code: -31_000 } },
      { id: 9, error: { code: -32_601 } },
    ]);
    const withheld = server.records.flatMap(({ payload }) => (payload as { withheld?: string[] }).withheld ?? []);
    expect(withheld).toEqual(['event:weather/report', 'event:dreams/share', 'event:answer']);
  });

  it('ends in an error where its answer never comes, or is refused', async () => {
    const cut = await post(await startMcp(scriptedMcp(() => events(log('one')))), '/mcp/tools', call('hello'));
    expect(messagesIn(cut.body)).toMatchObject([log('one'), { id: 1, ...error(-32_603) }]);
    const nothing = await post(await startMcp(scriptedMcp(() => events())), '/mcp/tools', call('hello'));
    expect([nothing.statusCode, nothing.json()]).toMatchObject([502, { id: 1, ...error(-32_603) }]);
    const refused = scriptedMcp(() => events({ ...done, result: text('zorblax') }));
    const { body } = await post(await startMcp(refused), '/mcp/tools', call('hello'));
    expect(messagesIn(body)).toMatchObject([{ id: 1, result: { isError: true } }]);
  });

  it('is found by its bytes, however they are cut', async () => {
    const whole = Buffer.from(
      `: hi\r\n\r\nevent: message\r\ndata: ${JSON.stringify(log('größe'))}\r\n\r\ndata: ${JSON.stringify(done)}\n\n`,
    );
    const upstream = scriptedMcp(() => ({
      type: 'text/event-stream; charset=utf-8',
      pieces: [...whole].map((byte) => Buffer.of(byte)),
    }));
    const { body } = await post(await startMcp(upstream), '/mcp/tools', call('hello'));
    expect(messagesIn(body)).toEqual([log('größe'), done]);
  });

  it('is listened to in a place of its own, where there is one', async () => {
    const upstream = scriptedMcp(({ method }) => (method === 'GET' ? events(log('one'), log('zorblax'), done) : {}));
    const server = await startMcp(upstream);
    const heard = await server.app.inject({ url: '/mcp/tools', headers: AUTH });
    // An answer has no place where nothing was asked.
    expect(messagesIn(heard.body)).toEqual([log('one')]);
    const full = { take: async () => undefined, add: () => undefined, openStream: () => undefined };
    const busy = await startMcp(upstream, { ports: { budgets: full } });
    expect((await busy.app.inject({ url: '/mcp/tools', headers: AUTH })).statusCode).toBe(429);
    const silent = await startMcp(scriptedMcp(() => ({ status: 405 })));
    expect((await silent.app.inject({ url: '/mcp/tools', headers: AUTH })).statusCode).toBe(405);
  });
});

describe('a server that fails', () => {
  it('is told of by status, in words that were checked', async () => {
    for (const [status, seen] of [
      [404, 404],
      [401, 502],
      [500, 502],
      [429, 429],
    ] as const) {
      const said = json({ jsonrpc: '2.0', error: { code: 1, message: 'zorblax' } });
      const failing = scriptedMcp(() => ({ ...said, status }));
      const answer = await post(await startMcp(failing), '/mcp/tools', call('hello'));
      expect([answer.statusCode, answer.body]).toEqual([seen, expect.not.stringContaining('zorblax')]);
    }
  });

  it('begins no session under a name that cannot be passed on', async () => {
    const named = (session: string) =>
      scriptedMcp((sending) => ({ ...resultOf({})(sending), headers: { 'mcp-session-id': session } }));
    const fine = await post(await startMcp(named('abc-1')), '/mcp/tools', rpc('ping'));
    expect(fine.headers['mcp-session-id']).toMatch(/^[A-Za-z0-9_-]+\.abc-1$/);
    expect((await post(await startMcp(named('a b')), '/mcp/tools', rpc('ping'))).statusCode).toBe(502);
  });

  it('does not take other doors down', async () => {
    const server = await startMcp(
      scriptedMcp(() => ({ pieces: [new Error('gone')] })),
      { upstream: scriptedUpstream(['{}']) },
    );
    expect((await post(server, '/mcp/tools', rpc('ping'))).statusCode).toBeGreaterThanOrEqual(500);
    expect((await server.app.inject({ url: '/v1/coverage', headers: AUTH })).statusCode).toBe(200);
  });
});

function never(): never {
  throw new Error('nothing was sent');
}
