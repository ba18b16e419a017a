import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createJsonHttp, type JsonHttp } from './json-http.js';
import { ModelServerError } from './model-server-error.js';

const never = new AbortController().signal;
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A server that does what it is told with every connection, and a client of it. */
async function talkingTo(onRequest: (socket: Socket) => void, callMs = 5_000): Promise<JsonHttp> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => onRequest(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const http = createJsonHttp({ url: new URL(`http://127.0.0.1:${port}`), connections: 1, callMs, maxBytes: 1_000 });
  cleanUps.push(async () => {
    await http.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return http;
}

async function faultOf(http: JsonHttp, signal = never): Promise<ModelServerError> {
  const fault: unknown = await http.ask('/x', { hello: 'zorblax' }, signal).catch((reason: unknown) => reason);
  if (!(fault instanceof ModelServerError)) throw new TypeError(`not ours: ${String(fault)}`);
  return fault;
}

const answer =
  (body: string | Buffer, head = '') =>
  (socket: Socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n`);
    socket.end(body);
  };

describe('JSON over HTTP', () => {
  it('comes through', async () => {
    await expect((await talkingTo(answer('{"a": 1}'))).ask('/x', undefined, never)).resolves.toEqual({ a: 1 });
  });

  it.each([
    ['is not HTTP', 'SSH-2.0-OpenSSH_9\r\n\r\n', 'it does not speak HTTP'],
    ['has endless headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}`, 'it does not speak HTTP'],
  ])('fails where the answer %s', async (_what, bytes, detail) => {
    const fault = await faultOf(await talkingTo((socket) => socket.write(bytes)));
    expect([fault.fault, fault.detail, fault.isTransient]).toEqual(['answer', detail, false]);
  });

  it.each([
    ['not JSON', '{"secret": zorblax', 'its answer is not JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'its answer is not UTF-8'],
    ['too large', `"${'x'.repeat(1_000)}"`, 'its answer is larger than 1000 bytes'],
  ])('fails where the answer is %s, and repeats nothing of it', async (_what, body, detail) => {
    const fault = await faultOf(await talkingTo(answer(body)));
    expect([fault.fault, fault.detail]).toEqual(['answer', detail]);
    expect(`${fault.stack} ${String(fault.cause)}`).not.toContain('zorblax');
  });

  it('fails where an answer drips on beyond its time', async () => {
    const http = await talkingTo((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    }, 300);
    const started = performance.now();
    const fault = await faultOf(http);
    expect([fault.fault, fault.detail]).toEqual(['unreachable', 'it did not answer within 300 ms']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('may be tried again where the connection broke', async () => {
    const before = await faultOf(await talkingTo((socket) => socket.destroy()));
    const within = await faultOf(
      await talkingTo((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"a"');
        setTimeout(() => socket.destroy(), 10);
      }),
    );
    for (const fault of [before, within])
      expect([fault.fault, fault.detail, fault.isTransient]).toEqual(['unreachable', 'it broke the connection', true]);
  });

  it('waits for a connection no longer than for an answer', async () => {
    const http = await talkingTo(() => undefined, 100);
    const faults = await Promise.all([faultOf(http), faultOf(http), faultOf(http)]);
    expect(faults.map(({ detail }) => detail)).toEqual(Array(3).fill('it did not answer within 100 ms'));
  });

  it('ends with the reason of whoever asked', async () => {
    const http = await talkingTo(() => undefined);
    const caller = new AbortController();
    const asked = http.ask('/x', undefined, caller.signal);
    caller.abort(new RangeError('gone'));
    await expect(asked).rejects.toThrow('gone');
  });

  it.each([
    [201, 'answer'],
    [301, 'answer'],
    [400, 'refused'],
    [413, 'refused'],
    [401, 'refused'],
    [429, 'busy'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ] as const)('takes status %i for %s', async (status, expected) => {
    const http = await talkingTo((socket) =>
      socket.end(`HTTP/1.1 ${status} Some\r\nlocation: /y\r\ncontent-length: 7\r\n\r\nzorblax`),
    );
    const fault = await faultOf(http);
    expect([fault.fault, fault.more.status]).toEqual([expected, status]);
    expect(fault.message).not.toContain('zorblax');
    expect([fault.isTransient, fault.isAboutTheInput]).toEqual([status === 503, status === 400 || status === 413]);
  });
});
