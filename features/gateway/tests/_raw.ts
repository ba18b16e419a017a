import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AUTH } from './_server.js';

export const KEY = `authorization: ${AUTH.authorization}\r\n`;

/** Listens on the loopback address; gives the port. */
export async function listenOn(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return address.port;
}

export interface RawAnswer {
  /** Everything that came until the connection closed, or until it was given up. */
  readonly text: string;
  readonly statuses: readonly number[];
  readonly isClosed: boolean;
  readonly tookMs: number;
}

/** Sends these bytes as they are and reads until the other side closes, or for so long. */
export function sendRaw(port: number, bytes: string | readonly string[], waitMs = 1_000): Promise<RawAnswer> {
  const started = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const finish = (isClosed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
      resolve({ text, statuses, isClosed, tookMs: performance.now() - started });
    };
    const timer = setTimeout(() => finish(false), waitMs);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', () => finish(true));
    // A server may reset what it refuses while we still write.
    socket.on('error', () => undefined);
    for (const piece of typeof bytes === 'string' ? [bytes] : bytes) socket.write(piece, 'latin1');
  });
}

/** A request with its length. */
export function rawPost(path: string, body: string, headers = ''): string {
  const length = Buffer.byteLength(body);
  return `POST ${path} HTTP/1.1\r\nhost: x\r\n${KEY}content-type: application/json\r\n${headers}content-length: ${length}\r\n\r\n${body}`;
}
