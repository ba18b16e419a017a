import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CONNECTION_LIMITS, limitConnections } from '../src/connections/connection-limits.js';
import { KEY, listenOn, rawPost, sendRaw } from './_raw.js';
import { ask, chunk, scriptedUpstream, startServer, type TestServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const HEAD = `POST ${CHAT} HTTP/1.1\r\nhost: x\r\n${KEY}content-type: application/json\r\n`;
const SHORT = { ...CONNECTION_LIMITS, headersMs: 300, requestMs: 600, writeMs: 3_000 };
const IMPATIENT = { ...SHORT, writeMs: 400 };

describe('clients that take their time', () => {
  let server: TestServer;
  const open = async (limits = SHORT, options: Parameters<typeof startServer>[0] = {}) => {
    server = await startServer(options);
    limitConnections(server.app.server, limits);
    return listenOn(server.app);
  };
  afterEach(() => server.app.close());

  it.each([
    ['headers that do not end', `${HEAD}x-a: `],
    ['a body that does not come', `${HEAD}content-length: 100\r\n\r\n{"a":`],
    ['chunks that do not end', `${HEAD}transfer-encoding: chunked\r\n\r\n1\r\n{\r\n`],
  ])('%s: 408 with our code, and closed', async (_what, bytes) => {
    const port = await open();
    const { statuses, isClosed, text } = await sendRaw(port, bytes, 10_000);
    expect([statuses, isClosed]).toEqual([[408], true]);
    expect(text.toLowerCase()).toContain('"code":"request_timeout"');
  });

  it('a connection on which nothing comes is closed', async () => {
    const port = await open();
    expect((await sendRaw(port, '', 10_000)).isClosed).toBe(true);
  });

  it('a body that drips in time for each byte, but not in all, is closed', async () => {
    const port = await open();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${HEAD}content-length: 1000\r\n\r\n`);
    const drip = setInterval(() => socket.write(' '), 100);
    const started = performance.now();
    await new Promise((resolve) => socket.resume().once('close', resolve));
    clearInterval(drip);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it('a client that reads nothing of a long stream is closed, and the model server told', async () => {
    let isAborted = false;
    const words = `data: ${JSON.stringify(chunk(0, { content: 'a river '.repeat(8_000) }))}\n\n`;
    const inner = scriptedUpstream([]);
    async function* endless(signal: AbortSignal) {
      signal.addEventListener('abort', () => {
        isAborted = true;
      });
      for (let sent = 0; sent < 240 && !signal.aborted; sent++) {
        yield Buffer.from(words);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
    const upstream = {
      ...inner,
      send: async ({ signal }: { signal: AbortSignal }) => ({
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        body: endless(signal),
      }),
    };
    const port = await open(IMPATIENT, { upstream });
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(rawPost(CHAT, JSON.stringify(ask('hello', { stream: true }))));
    await expect.poll(() => isAborted, { timeout: 20_000 }).toBe(true);
    socket.destroy();
  });

  it('a client that waits for a slow model is not closed', async () => {
    const inner = scriptedUpstream([]);
    const slow = {
      ...inner,
      send: () => new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('slow')), 1_500)),
    };
    const port = await open(IMPATIENT, { upstream: slow });
    const { statuses } = await sendRaw(port, rawPost(CHAT, JSON.stringify(ask('hello'))), 3_000);
    expect(statuses).toHaveLength(1);
  });

  it('connections over the bound are closed at once', async () => {
    const port = await open({ ...SHORT, connections: 5, headersMs: 5_000, requestMs: 5_000, writeMs: 5_000 });
    const held = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'));
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    await expect.poll(() => count(server)).toBe(5);
    const { statuses, isClosed } = await sendRaw(port, rawPost(CHAT, '{}'), 2_000);
    expect([statuses, isClosed]).toEqual([[], true]);
    for (const socket of held) socket.destroy();
  });
});

function count({ app }: TestServer): Promise<number> {
  return new Promise((resolve) => app.server.getConnections((_fault, open) => resolve(open)));
}
