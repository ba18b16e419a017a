import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long requests that are under way may take to finish once the server is to stop. */
const GRACE_MS = 10_000;

export interface Drain {
  /** Closes every connection that waits for nothing, the others as they finish or when their grace is over. */
  begin(): void;
}

/**
 * Knows which connections wait for an answer. Node's own `closeIdleConnections` leaves out those on which no request
 * has come yet, and clients open such connections in advance.
 */
export function trackConnections(server: Server, graceMs: number = GRACE_MS): Drain {
  const waiting = new Map<Socket, number>();
  let isDraining = false;

  server.on('connection', (socket) => {
    waiting.set(socket, 0);
    socket.once('close', () => waiting.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    waiting.set(socket, (waiting.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (waiting.get(socket) ?? 1) - 1;
      if (waiting.has(socket)) waiting.set(socket, left);
      if (isDraining && left === 0) socket.end();
    });
  });

  return {
    begin() {
      isDraining = true;
      for (const [socket, count] of waiting) if (count === 0) socket.destroy();
      setTimeout(() => server.closeAllConnections(), graceMs).unref();
    },
  };
}
