import { describe, expect, it } from 'vitest';
import type { McpSending } from '../../doors/mcp/server.js';
import { readJsonAnswer } from '../read-answer.js';
import { demoMcpServer } from './mcp.js';

const signal = new AbortController().signal;
const sending = (method: McpSending['method'], message?: object, session?: string): McpSending => ({
  method,
  body: message && JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
  session,
  version: undefined,
  signal,
});

async function begin(server = demoMcpServer()) {
  const answer = await server.send(
    sending('POST', { method: 'initialize', params: { protocolVersion: '2025-11-25' } }),
  );
  return { server, session: String(answer.headers['mcp-session-id']), hello: await readJsonAnswer(answer) };
}

describe('the MCP server that comes along', () => {
  it('begins a session, in the revision that it was asked for, and ends it', async () => {
    const { server, session, hello } = await begin();
    expect(hello).toMatchObject({ id: 1, result: { protocolVersion: '2025-11-25' } });
    expect((await server.send(sending('POST', { method: 'ping' }, session))).status).toBe(200);
    expect((await server.send(sending('DELETE', undefined, session))).status).toBe(204);
    expect((await server.send(sending('POST', { method: 'ping' }, session))).status).toBe(404);
    expect((await server.send(sending('POST', { method: 'ping' }))).status).toBe(400);
  });

  it('lists and calls its tools, and takes what is no request', async () => {
    const { server, session } = await begin();
    const listed = await readJsonAnswer(await server.send(sending('POST', { method: 'tools/list' }, session)));
    expect(listed.result).toMatchObject({ tools: [{ name: 'repeat' }, { name: 'poisoned' }] });
    const params = { name: 'repeat', arguments: { text: 'hello' } };
    const called = await readJsonAnswer(await server.send(sending('POST', { method: 'tools/call', params }, session)));
    expect(called.result).toEqual({ content: [{ type: 'text', text: 'hello' }] });
    const unknown = await readJsonAnswer(await server.send(sending('POST', { method: 'prompts/list' }, session)));
    expect(unknown.error).toMatchObject({ code: -32_601 });
    const told = { id: undefined, method: 'notifications/initialized' };
    expect((await server.send(sending('POST', told, session))).status).toBe(202);
    expect((await server.send(sending('GET', undefined, session))).status).toBe(405);
  });

  it('keeps a bounded number of sessions, the newest', async () => {
    const { server, session } = await begin();
    for (let more = 0; more < 1_000; more++) await begin(server);
    expect((await server.send(sending('POST', { method: 'ping' }, session))).status).toBe(404);
  });
});
