import { connect, createServer, type Socket } from 'node:net';

/** A way to PostgreSQL on which answers can be lost: the server does what it was asked, and nobody hears of it. */
export interface LossyRoute {
  readonly url: string;
  /** The next statement is still carried out; its answer, and the connection, are lost. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

export async function openLossyRoute(target: string): Promise<LossyRoute> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isLosing = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', cut);
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (!isLosing) {
        client.write(bytes);
        return;
      }
      isLosing = false;
      cut();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const to = new URL(target);
  to.hostname = '127.0.0.1';
  to.port = String(address.port);
  return {
    url: to.href,
    loseNextAnswer() {
      isLosing = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
