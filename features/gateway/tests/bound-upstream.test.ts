import { afterEach, describe, expect, it } from 'vitest';
import { writeForm } from '../src/form/write-form.js';
import type { GatewayPorts } from '../src/ports.js';
import { demoUpstream } from '../src/upstream/demo-upstream.js';
import { createUpstreamPool } from '../src/upstream/pool/upstream-pool.js';
import type { UpstreamRequest } from '../src/upstream/upstream.js';
import { AUTH, ask, post, startServer, type TestServer } from './_server.js';

const NAMES = ['big', 'small', 'spare'] as const;
const CHAT = '/v1/chat/completions';
let server: TestServer;
afterEach(() => server.app.close());

/** A gateway before three model servers with files of their own; `asked` names who was asked for what. */
async function open(bound: string | undefined) {
  const asked: string[] = [];
  const upstreams = NAMES.map((name) => {
    const inner = demoUpstream();
    const send = (request: UpstreamRequest) => {
      asked.push(`${name} ${request.method} ${request.path.replace(/(file|batch)[-_][^/?]+/, 'ID')}`);
      return inner.send(request);
    };
    return { name, apis: ['openai', 'anthropic', 'ollama'] as const, upstream: { ...inner, send } };
  });
  const log: GatewayPorts['log'] = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const upstream = createUpstreamPool({ upstreams, clock: { now: Date.now }, log, drainMs: 100 });
  const key = { keyId: 'key_1', tenant: 'acme', audience: 'adult', refusal: 'error', upstream: bound } as never;
  server = await startServer({ upstream, ports: { upstream, principals: { authenticate: async () => key } } });
  server.app.addHook('onClose', () => upstream.close());
  const get = (url: string) => server.app.inject({ url, headers: AUTH });
  return { asked, get };
}

async function upload() {
  const line = { custom_id: 'a', method: 'POST', url: CHAT, body: ask('fine') };
  const { body, contentType } = writeForm([
    ['purpose', 'batch'],
    ['file', { filename: 'lines.jsonl', type: 'application/jsonl', bytes: Buffer.from(JSON.stringify(line)) }],
  ]);
  const answer = await server.app.inject({
    method: 'POST',
    url: '/v1/files',
    headers: { ...AUTH, 'content-type': contentType },
    payload: Buffer.from(body),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json().id as string;
}

describe('a key that is bound to one of several model servers', () => {
  it('is served by that one only, whatever it asks for', async () => {
    const { asked, get } = await open('small');
    for (let round = 0; round < 4; round++) expect((await post(server, CHAT, ask('fine'))).statusCode).toBe(200);
    for (const url of ['/v1/models', '/api/tags', '/v1/files', '/v1/batches'])
      expect((await get(url)).statusCode).toBe(200);
    const id = await upload();
    const batch = await post(server, '/v1/batches', { input_file_id: id, endpoint: CHAT, completion_window: '24h' });
    expect(batch.statusCode).toBe(200);
    expect((await get(`/v1/batches/${batch.json().id}`)).statusCode).toBe(200);
    expect((await get(`/v1/files/${batch.json().output_file_id}/content`)).statusCode).toBe(200);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((one) => !one.startsWith('small '))).toEqual([]);
  });

  it('is served by none where its server is not configured', async () => {
    const { asked, get } = await open('gone');
    expect((await post(server, CHAT, ask('fine'))).json().error).toMatchObject({ code: 'upstream_unserved' });
    for (const url of ['/v1/models', '/v1/files', '/v1/batches']) expect((await get(url)).statusCode).toBe(404);
    expect(asked).toEqual([]);
  });
});

describe('a key that is bound to none', () => {
  it('finds a file and its batch again at the server that has them', async () => {
    const { asked, get } = await open(undefined);
    const id = await upload();
    const [holder = ''] = String(asked.at(-1)).split(' ');
    for (let round = 0; round < 4; round++) expect((await get(`/v1/files/${id}`)).statusCode).toBe(200);
    const batch = await post(server, '/v1/batches', { input_file_id: id, endpoint: CHAT, completion_window: '24h' });
    expect((await get(`/v1/files/${batch.json().output_file_id}/content`)).statusCode).toBe(200);
    expect(asked.filter((one) => !one.startsWith(`${holder} `))).toEqual([]);
  });
});
