import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { trackConnections } from './drain.js';

async function serverThatWaits(graceMs?: number) {
  const answers: ServerResponse[] = [];
  const server = createServer((_request, response) => void answers.push(response));
  const drain = trackConnections(server, graceMs);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, drain, answers, port };
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

describe('trackConnections', () => {
  it('closes a connection on which nothing was asked, and lets a request finish', async () => {
    const { server, drain, answers, port } = await serverThatWaits();
    const unused = await open(port);
    const asking = request({ port, host: '127.0.0.1' });
    asking.end();
    await expect.poll(() => answers.length).toBe(1);

    const closed = once(server, 'close');
    server.close();
    drain.begin();
    await once(unused, 'close');
    answers[0]?.end('done');
    const [response] = await once(asking, 'response');
    response.resume();
    await closed;
    expect(response.statusCode).toBe(200);
  });

  it('cuts what is not finished when the grace is over', async () => {
    const { server, drain, answers, port } = await serverThatWaits(20);
    const asking = request({ port, host: '127.0.0.1' });
    const cut = once(asking, 'error');
    asking.end();
    await expect.poll(() => answers.length).toBe(1);
    const closed = once(server, 'close');
    server.close();
    drain.begin();
    expect((await cut)[0]).toMatchObject({ code: 'ECONNRESET' });
    await closed;
  });
});
