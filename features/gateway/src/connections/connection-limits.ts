import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  /** Open at a time; more are closed at once. */
  readonly connections: number;
  /** For the headers of a request to arrive, from its first byte or from the connection's beginning. */
  readonly headersMs: number;
  /** For a whole request to arrive. */
  readonly requestMs: number;
  /** Without a byte taken of what waits to be read by the client. */
  readonly writeMs: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  connections: 10_000,
  headersMs: 15_000,
  requestMs: 30_000,
  writeMs: 60_000,
};

/**
 * Holds connections to their limits. Node's own idle time-out ends those on which nothing moves: one that waits for the
 * model is left open, one whose client does not read is not.
 */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  const answering = new WeakMap<Socket, number>();
  server.maxConnections = limits.connections;
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.timeout = limits.writeMs;
  server.on('request', ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => answering.set(socket, (answering.get(socket) ?? 1) - 1));
  });
  // With a listener Node leaves it to us what a time-out means.
  server.on('timeout', (socket) => {
    const isModelsTurn = (answering.get(socket) ?? 0) > 0 && socket.writableLength === 0;
    if (isModelsTurn) socket.setTimeout(limits.writeMs);
    else socket.destroy();
  });
}
