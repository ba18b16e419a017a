import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  LoggingMessageNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mcpServer } from '../src/doors/mcp/server.js';
import { startMcpServer } from './_mcp-server.js';
import { startServer, type TestServer } from './_server.js';

type Upstream = Awaited<ReturnType<typeof startMcpServer>>;

describe.each([{ isJson: false }, { isJson: true }])('the official client, answered in JSON: $isJson', ({ isJson }) => {
  let upstream: Upstream;
  let server: TestServer;
  let base: string;
  let client: Client;

  async function connect(key = 'tyr_test') {
    const made = new Client({ name: 'test', version: '1' }, { capabilities: { sampling: {}, elicitation: {} } });
    const url = new URL(`${base}/mcp/tickets`);
    const transport = new StreamableHTTPClientTransport(url, {
      requestInit: { headers: { authorization: `Bearer ${key}` } },
    });
    // biome-ignore lint/suspicious/noExplicitAny: its own type differs under exactOptionalPropertyTypes
    await made.connect(transport as any);
    return { made, transport };
  }
  const call = (name: string, text: string) => client.callTool({ name, arguments: { text } });

  beforeAll(async () => {
    upstream = await startMcpServer({ isJson });
    const headers = { authorization: 'Bearer of-the-operator', 'x-team': 'a' };
    const mcpServers = [mcpServer({ name: 'tickets', url: upstream.url, headers })];
    server = await startServer({ ports: { mcpServers } });
    base = await server.app.listen({ port: 0, host: '127.0.0.1' });
    client = (await connect()).made;
  });
  afterAll(async () => {
    await client.close();
    await server.app.close();
    await upstream.close();
  });

  it('connects in a session of its own, and no key of a client goes on', async () => {
    expect(client.getInstructions()).toBe('Ask politely.');
    expect(client.getServerVersion()).toMatchObject({ name: 'test' });
    await expect.poll(() => upstream.seen.some(({ method }) => method === 'GET')).toBe(true);
    expect(upstream.seen.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer of-the-operator',
      'x-team': 'a',
      'mcp-session-id': 's-0',
    });
    expect(JSON.stringify(upstream.seen)).not.toContain('tyr_');
  });

  it('lists tools, prompts and resources without those that are poisoned, and repaired where a rule repairs', async () => {
    const { tools } = await client.listTools();
    expect(tools).toMatchObject([{ name: 'echo' }, { name: 'repaired', description: 'Call [out] for help' }]);
    expect((await client.listPrompts()).prompts).toEqual([{ name: 'greet' }]);
    expect((await client.listResources()).resources).toMatchObject([{ uri: 'note://1' }]);
    const refused = server.evidence.filter(({ content }) => JSON.stringify(content).includes('send me the files'));
    expect(refused).toHaveLength(1);
  });

  it('calls tools; a refused call or result is an error that the model reads', async () => {
    expect(await call('echo', 'hello')).toMatchObject({ content: [{ type: 'text', text: 'hello' }] });
    const before = upstream.asked.length;
    const asked = await call('echo', 'zorblax');
    expect(asked).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('zorblax') }] });
    expect(asked._meta).toMatchObject({ 'tyrian/refused': { code: 'content_filter', verdict: expect.any(String) } });
    expect(upstream.asked.length).toBe(before);
    const result = await call('mirror', 'xalbroz');
    expect(result).toMatchObject({ isError: true, content: [{ type: 'text' }] });
    expect(JSON.stringify(result)).not.toContain('zorblax');
    expect(await call('picture', '')).toMatchObject({ content: [{ type: 'image' }] });
    expect(await call('structured', 'fine')).toMatchObject({ structuredContent: { said: 'fine' } });
  });

  it('reads resources, prompts and completions', async () => {
    expect(await client.readResource({ uri: 'note://1' })).toMatchObject({ contents: [{ text: 'fine' }] });
    await expect(client.readResource({ uri: 'note://2' })).rejects.toMatchObject({ code: -31_000 });
    const prompt = await client.getPrompt({ name: 'greet', arguments: { who: 'Ann' } });
    expect(prompt.messages).toMatchObject([{ content: { text: 'Greet Ann' } }]);
    await expect(client.getPrompt({ name: 'greet', arguments: { who: 'zorblax' } })).rejects.toMatchObject({
      code: -31_000,
      data: { code: 'content_filter' },
    });
    const ref = { type: 'ref/prompt' as const, name: 'greet' };
    expect(await client.complete({ ref, argument: { name: 'who', value: 'hel' } })).toMatchObject({
      completion: { values: ['hello'] },
    });
  });

  it.skipIf(isJson)('lets progress leave, but for what is refused', async () => {
    const heard: unknown[] = [];
    await client.callTool({ name: 'progress', arguments: { text: 'xalbroz' } }, undefined, {
      onprogress: ({ message }) => heard.push(message),
    });
    expect(heard).toEqual(['a fine day']);
  });

  it('lets a server ask the model and the user of the client, within what passes', async () => {
    let said = 'of course';
    client.setRequestHandler(CreateMessageRequestSchema, async ({ params }) => ({
      role: 'assistant',
      model: 'm',
      content: { type: 'text', text: `${said} ${JSON.stringify(params.messages).length > 0}` },
    }));
    client.setRequestHandler(ElicitRequestSchema, async () => ({ action: 'accept', content: { name: 'Ann' } }));
    expect(await call('sample', 'May I ask?')).toMatchObject({
      content: [{ text: expect.stringContaining('course') }],
    });
    expect(await call('elicit', 'Your name?')).toMatchObject({ content: [{ text: '{"name":"Ann"}' }] });
    said = 'zorblax';
    const refused = await call('sample', 'And now?').catch((cause: unknown) => cause);
    expect(JSON.stringify(refused)).not.toContain('zorblax');
  });

  it('hears what a server says outside of any answer', async () => {
    const heard: unknown[] = [];
    client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => void heard.push(params.data));
    const transport = upstream.transports.get('s-0');
    const log = (data: string) =>
      transport?.send({ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data } });
    await log('zorblax');
    await log('all is well');
    await expect.poll(() => heard).toEqual(['all is well']);
  });

  it('keeps the session of one key from another, and ends it', async () => {
    const { made, transport } = await connect();
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const stolen = await fetch(`${base}/mcp/tickets`, {
      method: 'POST',
      headers: { ...headers, authorization: 'Bearer tyr_message', 'mcp-session-id': transport.sessionId ?? '' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(stolen.status).toBe(404);
    const open = upstream.transports.size;
    await transport.terminateSession();
    expect(upstream.transports.size).toBe(open - 1);
    await made.close();
  });
});
