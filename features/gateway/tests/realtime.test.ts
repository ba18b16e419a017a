import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTH, startServer, type TestServer } from './_server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.app.close());

/** What a WebSocket client is answered. */
function upgrade(path: string, authorization: string): Promise<string> {
  const { port } = server.app.server.address() as { port: number };
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nauthorization: ${authorization}\r\n\r\n`,
      );
    });
    socket.on('data', (bytes) => {
      text += bytes;
      if (text.endsWith('}}')) socket.end();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('realtime', () => {
  it('is refused to a WebSocket, whose connection closes', async () => {
    const answer = await upgrade('/v1/realtime?model=any', AUTH.authorization);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"realtime_refused"');
    expect(answer).toMatch(/x-should-retry: false/i);
    expect(answer).toMatch(/connection: close/i);
  });

  it('is refused without a key as everything else', async () => {
    expect(await upgrade('/v1/realtime', 'Bearer nobody')).toMatch(/^HTTP\/1\.1 401 /);
  });

  it.each(['sessions', 'calls', 'client_secrets', 'transcription_sessions'])('is refused at /%s', async (route) => {
    const url = `/v1/realtime/${route}`;
    for (const method of ['GET', 'POST'] as const) {
      const answer = await server.app.inject({ method, url, headers: AUTH });
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'realtime_refused']);
    }
  });

  it.each(['assistants', 'threads/t/runs', 'vector_stores', 'evals', 'uploads', 'containers', 'videos'])(
    'is not the only thing that no door takes: /%s',
    async (route) => {
      const answer = await server.app.inject({ method: 'POST', url: `/v1/${route}`, headers: AUTH });
      expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'route_unknown']);
    },
  );
});
