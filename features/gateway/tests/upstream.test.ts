import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpUpstreamOptions, httpUpstream } from '../src/upstream/http-upstream.js';
import { AUTH, ask, chunk, completion, post, startServer, type TestServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function portOf(server: Server | TcpServer): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A gateway in front of a real model server over HTTP that behaves as told. */
async function inFrontOf(
  behave: Misbehaviour,
  options: Partial<HttpUpstreamOptions> = {},
): Promise<TestServer & { seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    request.resume();
    behave(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upstream = httpUpstream({ baseUrl: `http://127.0.0.1:${portOf(server)}/v1`, apiKey: 'sk-up', ...options });
  open.push(
    () => upstream.close(),
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return Object.assign(await startServer({ upstream }), { seen });
}

const json = (response: ServerResponse, status: number, body: object | string, headers = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
const SSE = { 'content-type': 'text/event-stream' };
const half = event(chunk(0, { content: 'half of it' }));

describe('a model server over HTTP', () => {
  it('gets its own key and never the client’s', async () => {
    const server = await inFrontOf((_request, response) => json(response, 200, completion('fine')));
    expect((await post(server, CHAT, ask('hello'))).json().choices[0].message.content).toBe('fine');
    expect(server.seen[0]?.headers).toMatchObject({ authorization: 'Bearer sk-up', accept: 'application/json' });
    expect(server.seen[0]?.url).toBe(CHAT);
  });

  it.each<[string, Misbehaviour, number, string]>([
    ['redirects', (_q, r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 502, 'upstream_redirect'],
    [
      'answers a page',
      (_q, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>zorblax</p>'),
      502,
      'upstream_invalid',
    ],
    ['answers garbage', (_q, r) => json(r, 200, '{"choices": zorblax'), 502, 'upstream_invalid'],
    [
      'answers bytes',
      (_q, r) => r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x7b, 0xff, 0x7d])),
      502,
      'upstream_invalid',
    ],
    ['answers no choices', (_q, r) => json(r, 200, { id: 'x' }), 502, 'upstream_invalid'],
    ['answers too much', (_q, r) => json(r, 200, `"${'x'.repeat(300_000)}"`), 502, 'upstream_too_large'],
    [
      'promises more than it sends',
      (_q, r) =>
        void r
          .writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
          .write('{"id":', () => r.destroy()),
      502,
      'upstream_cut',
    ],
    ['hangs', () => undefined, 504, 'upstream_timeout'],
    [
      'hangs in the middle',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json' }).write('{'),
      504,
      'upstream_timeout',
    ],
    ['closes at once', (_q, r) => void r.destroy(), 502, 'upstream_unreachable'],
    ['streams unasked', (_q, r) => r.writeHead(200, SSE).end(half), 502, 'upstream_invalid'],
  ])('that %s is an error of its own, recorded, without a word of it', async (_how, behave, status, code) => {
    const server = await inFrontOf(behave, { timeouts: { headersMs: 300, idleMs: 300 }, maxBytes: 200_000 });
    const answer = await post(server, CHAT, ask('hello'));
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(answer.body).not.toContain('zorblax');
    expect(server.records.map((record) => record.type)).toEqual(['generation.input', 'upstream.failed']);
    expect(server.records[1]?.payload).toMatchObject({ code: code.toUpperCase() });
  });

  it.each<[string, Misbehaviour, string]>([
    ['closes early', (_q, r) => void r.writeHead(200, SSE).write(half, () => r.destroy()), 'upstream_cut'],
    ['ends in half an event', (_q, r) => r.writeHead(200, SSE).end(`${half}data: {"id"`), 'upstream_cut'],
    ['ends without a finish', (_q, r) => r.writeHead(200, SSE).end(half), 'upstream_cut'],
    ['hangs', (_q, r) => void r.writeHead(200, SSE).write(half), 'upstream_timeout'],
    ['sends garbage', (_q, r) => r.writeHead(200, SSE).end(`${half}data: {nonsense}\n\n`), 'upstream_invalid'],
    ['sends too much', (_q, r) => r.writeHead(200, SSE).end(half.repeat(3_000)), 'upstream_too_large'],
  ])('whose stream %s is never presented as complete', async (_how, behave, code) => {
    const options = { timeouts: { idleMs: 300 }, maxBytes: 200_000 };
    const window = await post(await inFrontOf(behave, options), CHAT, ask('hello', { stream: true }));
    expect(window.body).toContain(`"code":"${code}"`);
    expect(window.body).not.toMatch(/DONE|"finish_reason":"/);

    const server = await inFrontOf(behave, options);
    const answer = await post(server, CHAT, ask('hello', { stream: true }), { 'x-tyrian-audience': 'child' });
    expect(answer.json().error.code).toBe(code);
    expect(answer.body).not.toContain('half');
    expect(server.records.map((record) => record.type)).toEqual([
      'generation.input',
      'generation.output',
      'upstream.failed',
    ]);
  });

  it('that nobody listens at is unreachable', async () => {
    const server = await startServer({ upstream: httpUpstream({ baseUrl: 'http://127.0.0.1:1/v1' }) });
    expect((await post(server, CHAT, ask('hello'))).json().error.code).toBe('upstream_unreachable');
  });

  it('that does not speak HTTP is invalid', async () => {
    const tcp = createTcpServer((socket) => void socket.once('data', () => socket.end('hello there\r\n\r\n')));
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    open.push(() => tcp.close());
    const server = await startServer({ upstream: httpUpstream({ baseUrl: `http://127.0.0.1:${portOf(tcp)}/v1` }) });
    expect((await post(server, CHAT, ask('hello'))).json().error.code).toBe('upstream_invalid');
  });

  it.each([
    [400, 400, 'context_length_exceeded', 'too long'],
    [429, 429, 'context_length_exceeded', 'too long'],
    [401, 502, 'upstream_unreachable', 'The model server refused the request'],
    [403, 502, 'upstream_unreachable', 'The model server refused the request'],
    [500, 502, 'upstream_unreachable', 'The model server refused the request'],
  ])('that says %i is passed on as %i', async (says, status, code, message) => {
    const error = {
      message: 'too long',
      type: 'invalid_request_error',
      param: 'messages',
      code: 'context_length_exceeded',
    };
    const server = await inFrontOf((_q, r) => json(r, says, { error }, { 'retry-after': '7' }));
    const answer = await post(server, CHAT, ask('hello'));
    expect(answer.statusCode).toBe(status);
    expect(answer.json().error).toMatchObject({ code, message });
    if (status === 429) expect(answer.headers['retry-after']).toBe('7');
    expect(server.records.at(-1)).toMatchObject({
      type: 'upstream.failed',
      payload: { code: 'UPSTREAM_REFUSED', status },
    });
  });

  it('does not get words of an error past the check', async () => {
    const server = await inFrontOf((_q, r) =>
      json(
        r,
        400,
        { error: { message: 'about zorblax', code: 'bad_zorblax', param: 'zorblax', type: 'zorblax' } },
        { 'retry-after': 'zorblax' },
      ),
    );
    const answer = await post(server, CHAT, ask('hello'));
    expect(answer.json().error).toMatchObject({
      message: 'The model server refused the request',
      code: 'upstream_refused',
    });
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain('zorblax');
  });
});

describe('connections to a model server', () => {
  const page = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('x'.repeat(300_000));
  };

  it.each(['/v1/models', '/v1/models/m'])(
    'are given back when the answer to %s is not what was asked for',
    async (url) => {
      const server = await inFrontOf(
        (request, response) => (request.method === 'GET' ? page(response) : json(response, 200, completion('fine'))),
        { connections: 2, timeouts: { headersMs: 2_000 } },
      );
      // Over a socket: an injected request counts as closed before it was answered, which aborts it anyway.
      await server.app.listen({ port: 0, host: '127.0.0.1' });
      open.push(() => server.app.close());
      for (let turn = 0; turn < 5; turn++) {
        const answer = await fetch(`http://127.0.0.1:${portOf(server.app.server)}${url}`, { headers: AUTH });
        expect(await answer.json()).toMatchObject({ error: { code: 'upstream_invalid' } });
      }
      expect((await post(server, CHAT, ask('hello'))).json().choices[0].message.content).toBe('fine');
    },
  );

  it('are given back when a redirect goes on', async () => {
    let isFirst = true;
    const server = await inFrontOf(
      (_request, response) => {
        if (!isFirst) return json(response, 200, completion('fine'));
        isFirst = false;
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).write('x');
      },
      { connections: 1, timeouts: { headersMs: 1_000 } },
    );
    expect((await post(server, CHAT, ask('hello'))).json().error.code).toBe('upstream_redirect');
    expect((await post(server, CHAT, ask('hello'))).statusCode).toBe(200);
  });

  it('are not waited for without end', async () => {
    const server = await inFrontOf((_request, response) => void response.writeHead(200, SSE).write(half), {
      connections: 1,
      timeouts: { headersMs: 200, idleMs: 1_500 },
    });
    const first = post(server, CHAT, ask('hello', { stream: true }));
    await expect.poll(() => server.seen.length).toBe(1);
    const started = performance.now();
    expect((await post(server, CHAT, ask('hello'))).json().error.code).toBe('upstream_timeout');
    expect(performance.now() - started).toBeLessThan(1_000);
    await first;
    // What was given up is never sent.
    expect(server.seen).toHaveLength(1);
  });
});

describe('a client that goes away', () => {
  it.each([false, true])('stops the model server and leaves a record (stream: %s)', async (stream) => {
    let gone = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      gone = resolve;
    });
    let arrived = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await inFrontOf((_request, response) => {
      response.on('close', gone);
      if (stream) response.writeHead(200, SSE).write(half);
      arrived();
    });
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    open.push(() => server.app.close());
    const abort = new AbortController();
    const pending = fetch(`http://127.0.0.1:${portOf(server.app.server)}${CHAT}`, {
      method: 'POST',
      headers: { ...AUTH, 'content-type': 'application/json' },
      body: JSON.stringify(ask('hello', { stream })),
      signal: abort.signal,
    }).catch((cause: unknown) => cause);
    await asked;
    abort.abort();
    await Promise.all([pending, closed]);
    await expect
      .poll(() => server.records.at(-1))
      .toMatchObject({ type: 'upstream.failed', payload: { code: 'CLIENT_GONE' } });
    expect(server.evidence).toEqual([]);
    expect(server.logged).toEqual([]);
  });
});
