import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer, temporaryFolder, tyrian } from './_program.js';

const folder = temporaryFolder();
let server: Running;

beforeAll(async () => {
  server = await startServer(folder.path);
}, 60_000);
afterAll(async () => {
  await server.stop();
  folder.dispose();
});

/** Sends bytes on a connection of their own and gives all that comes back until it is closed. */
async function raw(bytes: string | Buffer, options: { end?: boolean } = {}): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  if (options.end) socket.end();
  socket.setTimeout(5_000, () => socket.destroy());
  await once(socket, 'close');
  return answer;
}

const head = (length: number | string, more = '') =>
  `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${server.key}\r\ncontent-type: application/json\r\nconnection: close\r\n${more}content-length: ${length}\r\n\r\n`;
const withBody = (body: string | Buffer) =>
  Buffer.concat([Buffer.from(head(Buffer.byteLength(body))), Buffer.from(body)]);
const chat = (content: unknown) => JSON.stringify({ model: 'demo', messages: [{ role: 'user', content }] });

describe('bad input', () => {
  it.each([
    ['no HTTP', () => 'hello there\r\n\r\n', /^HTTP\/1\.1 400/],
    ['headers without end', () => `GET / HTTP/1.1\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
    ['two lengths', () => head(2, 'content-length: 7\r\n'), /^HTTP\/1\.1 400/],
    ['a length and chunks', () => head(2, 'transfer-encoding: chunked\r\n'), /^HTTP\/1\.1 400/],
    [
      'no key',
      () => 'GET /v1/models HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      /401[\s\S]*"code":"unauthenticated"/,
    ],
    ['broken UTF-8', () => withBody(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d])), /400[\s\S]*body_not_utf8/],
    ['half of a JSON', () => withBody('{"model":"demo","messages":'), /400[\s\S]*body_not_json/],
    ['a list', () => withBody('[]'), /400[\s\S]*body_not_json/],
    ['wrong types', () => withBody(chat(7)), /400[\s\S]*"param":"messages\[0\]\.content"/],
    ['a missing field', () => withBody('{"model":"demo"}'), /400[\s\S]*field_missing/],
    ['depth', () => withBody(`{"model":"demo","messages":${'['.repeat(5_000)}${']'.repeat(5_000)}}`), /400/],
    [
      'too many messages',
      () =>
        withBody(
          JSON.stringify({
            model: 'demo',
            messages: Array.from({ length: 2_001 }, () => ({ role: 'user', content: 'a' })),
          }),
        ),
      /400[\s\S]*too_many/,
    ],
    ['too long a text', () => withBody(chat('a'.repeat(1_000_001))), /400[\s\S]*text_too_long/],
    ['a body over the limit', () => head(9 * 1024 * 1024), /413[\s\S]*body_too_large/],
    [
      'another content type',
      () => head(2).replace('application/json', 'text/plain').concat('hi'),
      /400[\s\S]*content type/,
    ],
    ['a compressed body', () => head(2, 'content-encoding: gzip\r\n').concat('hi'), /4\d\d/],
    [
      'an unknown route',
      () => head(2).replace('/v1/chat/completions', '/v1/threads').concat('{}'),
      /404[\s\S]*route_unknown/,
    ],
  ])('%s gets a clear error, and the server goes on', async (_name, bytes, expected) => {
    expect(await raw(bytes())).toMatch(expected);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('goes on after clients that leave in the middle', async () => {
    await raw(head(1_000).concat('{"model":'), { end: true });
    await raw('POST /v1/chat/completions HT', { end: true });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('leaves a record of what a known key sent, without a word of it', async () => {
    await raw(withBody('{"model":"demo","zorblax":1,"messages":[]}'));
    await server.stop();
    expect((await tyrian(['audit', 'verify', '--data', folder.path])).code).toBe(0);
    const database = await PGlite.create(join(folder.path, 'database'));
    const { rows } = await database.query<{ rejected: number; telling: number }>(
      "select count(*) as rejected, count(*) filter (where payload like '%zorblax%') as telling from records where type = 'request.rejected'",
    );
    await database.close();
    expect(rows[0]?.rejected).toBeGreaterThan(5);
    expect(rows[0]?.telling).toBe(0);
    server = await startServer(folder.path);
  }, 60_000);
});
