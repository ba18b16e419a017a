import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type HttpUpstreamOptions, httpUpstream } from '../src/upstream/http-upstream.js';
import { completion, startServer, type TestServer } from './_server.js';

/** Writes to the gateway what it likes; the request has been read. */
export type Behaviour = (socket: Socket) => unknown;

/** A prompt on which the model server behaves, whatever it does on others. */
export const BEHAVE = 'please behave';

export interface HostileModel {
  readonly server: TestServer;
  close(): Promise<void>;
}

/** Small, so that tests are quick; undici counts idle time in halves of a second. */
export const OPTIONS = {
  timeouts: { headersMs: 400, idleMs: 400, totalMs: 1_500 },
  maxBytes: 200_000,
} as const satisfies Partial<HttpUpstreamOptions>;

/** A gateway in front of a model server that speaks TCP only: what it answers is written byte by byte. */
export async function startHostile(
  behave: Behaviour,
  options: Partial<HttpUpstreamOptions> = OPTIONS,
): Promise<HostileModel> {
  const sockets = new Set<Socket>();
  const model = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The gateway resets what it refuses while this side still writes.
    socket.on('error', () => undefined);
    onRequests(socket, (body) => {
      if (body.includes(BEHAVE)) socket.write(whole(JSON.stringify(completion('fine'))));
      else behave(socket);
    });
  });
  model.listen(0, '127.0.0.1');
  await once(model, 'listening');
  const address = model.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const upstream = httpUpstream({ baseUrl: `http://127.0.0.1:${port}/v1`, ...options });
  return {
    server: await startServer({ upstream }),
    async close() {
      await upstream.close();
      for (const socket of sockets) socket.destroy();
      model.close();
    },
  };
}

function onRequests(socket: Socket, answer: (body: string) => void): void {
  let read = '';
  socket.on('data', (bytes) => {
    read += bytes.toString('latin1');
    const body = read.indexOf('\r\n\r\n') + 4;
    const length = Number(/content-length: (\d+)/i.exec(read)?.[1] ?? 0);
    if (body < 4 || read.length < body + length) return;
    const asked = read.slice(body, body + length);
    read = '';
    answer(asked);
  });
}

export const JSON_TYPE = 'content-type: application/json\r\n';
export const SSE_TYPE = 'content-type: text/event-stream\r\n';

export function head(headers: string, status = '200 OK'): string {
  return `HTTP/1.1 ${status}\r\n${headers}\r\n`;
}

/** A whole answer as it should be, with these headers besides. */
export function whole(body: string | Buffer, headers = JSON_TYPE): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(head(`${headers}content-length: ${bytes.length}\r\n`)), bytes]);
}

/** One chunk of a transfer in chunks; an empty one ends it. */
export function inChunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

/** Writes something, then the same for as long as it is taken, waiting for the other side to read. */
export function thenForever(first: string, piece: string): Behaviour {
  return (socket) => {
    const write = (): void => {
      while (!socket.destroyed && socket.writable) {
        if (!socket.write(piece)) return void socket.once('drain', write);
      }
    };
    if (first !== '') socket.write(first);
    write();
  };
}

/** Writes something, then a piece every so many milliseconds until nobody takes it. */
export function thenDrip(first: string, piece: string, everyMs: number): Behaviour {
  return (socket) => {
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.once('close', () => clearInterval(timer));
    if (first !== '') socket.write(first);
  };
}
