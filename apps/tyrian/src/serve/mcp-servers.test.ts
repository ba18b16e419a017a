import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../config/config.js';
import { loadConfig } from '../config/load.js';
import { createMcpServers } from './mcp-servers.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const signal = new AbortController().signal;
const tickets = { name: 'tickets', url: 'http://127.0.0.1:1/mcp' };

describe('MCP servers', () => {
  it('are the built-in one where nothing is configured, and none where only a model server is', () => {
    expect(createMcpServers(parseConfig({}), {}).map(({ name }) => name)).toEqual(['demo']);
    expect(createMcpServers(parseConfig({ upstream: 'http://127.0.0.1:1/v1' }), {})).toEqual([]);
    expect(createMcpServers(parseConfig({ mcpServers: [tickets] }), {}).map(({ name }) => name)).toEqual(['tickets']);
  });

  it('are sent their headers from the environment, and wait as long as they are given', async () => {
    const seen: unknown[] = [];
    const http = createServer((request) => seen.push(request.headers.authorization, request.url)).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => http.once('listening', resolve));
    closers.push(
      () => http.closeAllConnections(),
      () => http.close(),
    );
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp?team=a`;
    const headersFrom = { authorization: 'TYRIAN_MCP_TICKETS' };
    const mcpServers = [{ ...tickets, url, headersFrom, timeoutSeconds: 2 }];
    const { config, secrets } = loadConfig({ mcpServers }, { TYRIAN_MCP_TICKETS: 'Bearer secret' });
    expect(JSON.stringify(config)).not.toContain('secret');
    const [server] = createMcpServers(config, secrets);
    const asked = server?.send({ method: 'POST', body: '{}', session: undefined, version: undefined, signal });
    await expect(asked).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(seen).toEqual(['Bearer secret', '/mcp?team=a']);
    expect(() => createMcpServers(config, {})).toThrow(/TYRIAN_MCP_TICKETS/);
  });

  it.each([
    ['a name that is none', { ...tickets, name: 'Tickets/1' }],
    ['an address that is none', { ...tickets, url: 'file:///etc' }],
    ['a value in place of a variable', { ...tickets, headersFrom: { authorization: 'Bearer secret' } }],
    ['a header of the connection', { ...tickets, headersFrom: { 'mcp-session-id': 'TYRIAN_MCP_A' } }],
    ['a field that nobody reads', { ...tickets, command: 'npx' }],
  ])('are refused with %s', (_, setting) => {
    expect(() => parseConfig({ mcpServers: [setting] })).toThrow(/mcpServers/);
  });

  it('have a name each of their own', () => {
    expect(() => parseConfig({ mcpServers: [tickets, tickets] })).toThrow(/name of its own/);
  });
});
