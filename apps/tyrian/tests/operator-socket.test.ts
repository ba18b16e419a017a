import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { newId, TenantId } from '@tyrian/contracts';
import { readLock } from '@tyrian/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/config.js';
import type { Operator } from '../src/operator/operations.js';
import { connectOperator } from '../src/operator/socket-client.js';
import { socketPath } from '../src/operator/socket-path.js';
import { withOperator } from '../src/operator/with-operator.js';
import { type Running, startServer, temporaryFolder } from './_program.js';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const path = socketPath(data);
let server: Running;
let operator: Operator;

beforeAll(async () => {
  server = await startServer(data);
  operator = connectOperator(path);
}, 60_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  folder.dispose();
});

/** A raw request, for what the client would never send. */
function post(body: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: path, method: 'POST', path: '/' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const wanted = { tenant: TenantId.parse('acme'), audience: 'teen', refusal: 'error' } as const;

describe('the socket of a running server', () => {
  it('can be opened by its owner only, and stands in the lock of the data folder', () => {
    expect(statSync(path).isSocket()).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readLock(data)).toEqual({ pid: server.process.pid, socketPath: path });
  });

  it('serves operations, and what they change holds for the gateway at once', async () => {
    const { token, key } = await operator('key.create', { ...wanted, name: 'ünïcode 🦦' });
    const models = () => fetch(`${server.url}/v1/models`, { headers: { authorization: `Bearer ${token}` } });
    expect((await models()).status).toBe(200);
    expect((await operator('key.list', {})).map(({ name }) => name)).toContain('ünïcode 🦦');
    await operator('key.revoke', { id: key.id });
    expect((await models()).status).toBe(401);
  });

  it('is what the command line uses while the server has the data folder', async () => {
    const loaded = { config: parseConfig({ data }), secrets: { guardKeys: {} }, file: undefined };
    const names = await withOperator(loaded, async (ask) => {
      await ask('key.create', { ...wanted, name: 'through the socket' });
      return (await ask('key.list', {})).map(({ name }) => name);
    });
    expect(names).toContain('through the socket');
  });

  it('answers many at once, each with its own', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `key ${index}`);
    const made = await Promise.all(names.map((name) => operator('key.create', { ...wanted, name })));
    expect(made.map(({ key }) => key.name)).toEqual(names);
    expect(new Set(made.map(({ token }) => token)).size).toBe(names.length);
  });

  it('brings errors back as they were thrown', async () => {
    const id = newId('case');
    await expect(operator('case.show', { id })).rejects.toMatchObject({
      name: 'TyrianError',
      code: 'NOT_FOUND',
      status: 404,
      message: `There is no case ${id}`,
    });
    await expect(operator('case.list', { limit: 0 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      status: 400,
      message: expect.stringContaining('limit'),
    });
  });

  it.each(['case.forget', 'toString', '__proto__', ''])('knows no operation %j', async (name) => {
    const answer = await post(JSON.stringify({ name, input: {} }));
    expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([404, 'NOT_FOUND']);
  });

  it.each(['', 'no json', '[]', '{"input":{}}', '{"name":7,"input":{}}'])(
    'answers %j with an error, and goes on',
    async (body) => {
      const answer = await post(body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(JSON.parse(answer.body)).toHaveProperty('error.code');
      expect(await operator('case.list', { limit: 1 })).toEqual([]);
    },
  );

  it('takes nothing larger than a mebibyte, and goes on', async () => {
    const reason = 'x'.repeat(1_100_000);
    await expect(
      operator('case.decide', { id: newId('case'), decision: 'refuse', by: 'ana', reason }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(BODY_TOO_LARGE|SERVER_SILENT)$/),
    });
    expect(await operator('case.list', { limit: 1 })).toEqual([]);
  });

  it('lets the audit be verified while chats may come', async () => {
    const witness = await operator('audit.export', {});
    expect(await operator('audit.verify', { witness })).toMatchObject({ intact: true, faults: [] });
  });
});

describe('a server that was killed', () => {
  it('leaves a socket on which nobody answers, and a lock that binds nobody', async () => {
    await server.stop('SIGKILL');
    expect(existsSync(path)).toBe(true);
    await expect(operator('key.list', {})).rejects.toMatchObject({ code: 'SERVER_SILENT' });
    expect(readLock(data)).toBeUndefined();
  });
});
