import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { connectOperator } from './socket-client.js';

const folder = mkdtempSync(join(tmpdir(), 'tyrian-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const newPath = () => join(folder, `${count++}.sock`);

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const path = newPath();
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(path, resolve));
  return path;
}

const answering = (body: unknown, status = 200) =>
  serving((_request, response) => response.writeHead(status).end(JSON.stringify(body)));

describe('a client of the operator socket', () => {
  it('sends name and input as JSON, with its length in bytes, and takes the result out of the answer', async () => {
    let asked = '';
    const path = await serving(async (request, response) => {
      const body = await text(request);
      asked = body;
      expect(Number(request.headers['content-length'])).toBe(Buffer.byteLength(body));
      response.end(JSON.stringify({ result: [{ note: 'ünïcode 🦦' }] }));
    });
    const input = { id: 'cas_1' as never, by: 'Ána 🦦' };
    expect(await connectOperator(path)('case.open', input)).toEqual([{ note: 'ünïcode 🦦' }]);
    expect(JSON.parse(asked)).toEqual({ name: 'case.open', input });
  });

  it('puts an answer together that comes in pieces, also where a letter is cut in two', async () => {
    const path = await serving((_request, response) => {
      const bytes = Buffer.from(JSON.stringify({ result: '🦦🦦' }));
      response.write(bytes.subarray(0, 13));
      setImmediate(() => response.end(bytes.subarray(13)));
    });
    expect(await connectOperator(path)('key.list', {})).toBe('🦦🦦');
  });

  it('throws an error as it was thrown on the other side, whatever its words look like', async () => {
    const error = { code: 'CASE_CLOSED', message: 'Case %s is $& 100%', status: 409 };
    const path = await answering({ error }, 409);
    await expect(connectOperator(path)('key.list', {})).rejects.toMatchObject({ name: 'TyrianError', ...error });
  });

  it.each<[string, unknown]>([
    ['an empty object', {}],
    ['half an error', { error: { code: 'X' } }],
    ['a number', 7],
    ['nothing', null],
  ])('takes %s for no result', async (_name, body) => {
    const path = await answering(body);
    await expect(connectOperator(path)('key.list', {})).rejects.toThrow();
  });

  it.each(['nothing there', 'a file where a socket should be'])('says that the server is silent: %s', async (what) => {
    const path = newPath();
    if (what !== 'nothing there') writeFileSync(path, '');
    await expect(connectOperator(path)('key.list', {})).rejects.toMatchObject({
      code: 'SERVER_SILENT',
      status: 503,
      message: expect.stringContaining(path),
      cause: expect.any(Error),
    });
  });

  it('says so too when the other side hangs up before or while it answers', async () => {
    const path = newPath();
    const rude = createSocketServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => rude.listen(path, resolve));
    await expect(connectOperator(path)('key.list', {})).rejects.toMatchObject({ code: 'SERVER_SILENT' });
    rude.close();
    const cut = await serving((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"result":');
      setImmediate(() => response.destroy());
    });
    await expect(connectOperator(cut)('key.list', {})).rejects.toMatchObject({ code: 'SERVER_SILENT' });
  });
});
