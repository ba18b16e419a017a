import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createWebhook,
  type Endpoint,
  type Received,
  startWebhookReceiver,
  type WebhookOptions,
  type WebhookReceiver,
} from '../src/index.js';
import { alarm, deliveryOf, refused } from './_deliveries.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Opened {
  readonly receiver: WebhookReceiver;
  readonly received: Received[];
  readonly why: string[];
}

async function listen(now?: () => number): Promise<Opened> {
  const [received, why]: [Received[], string[]] = [[], []];
  const receiver = await startWebhookReceiver({
    secret: SECRET,
    port: 0,
    onMessage: (one) => received.push(one),
    onRefused: (one) => why.push(one),
    now,
  });
  closers.push(() => receiver.close());
  return { receiver, received, why };
}

function hook(url: string, options: Partial<WebhookOptions> = {}): ReturnType<typeof createWebhook> {
  const webhook = createWebhook({
    name: 'hook',
    url,
    events: ['verdict.refused'],
    secrets: [SECRET],
    allowPrivate: true,
    ...options,
  });
  closers.push(() => webhook.close());
  return webhook;
}
const send = (webhook: Endpoint, event = refused()) => webhook.send([deliveryOf(event)], new AbortController().signal);

/** Somebody who answers as he likes. */
async function answering(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, server };
}

describe('a webhook', () => {
  it('arrives signed, and is acknowledged', async () => {
    const { receiver, received, why } = await listen();
    const webhook = hook(receiver.url);
    expect(await send(webhook)).toEqual([{ kind: 'acknowledged', code: '200' }]);
    expect(await send(webhook)).toEqual([{ kind: 'acknowledged', code: '200' }]);
    expect(received.map(({ message, repeated }) => [message.id, repeated])).toEqual([
      ['refused_vrd_1', 0],
      ['refused_vrd_1', 1],
    ]);
    expect(why).toEqual([]);
  });

  it('is believed with the old secret and with the new one while it is signed by both', async () => {
    const { receiver, received } = await listen();
    await send(hook(receiver.url, { secrets: [OTHER, SECRET] }));
    expect(received).toHaveLength(1);
  });

  it('is refused with another secret, or from another time', async () => {
    const { receiver, received, why } = await listen();
    expect(await send(hook(receiver.url, { secrets: [OTHER] }))).toEqual([{ kind: 'failed', code: '401' }]);
    expect(await send(hook(receiver.url, { now: () => Date.now() - 600_000 }))).toMatchObject([{ kind: 'failed' }]);
    expect(why).toEqual(['wrong-signature', 'too-old']);
    expect(received).toEqual([]);
  });

  it.each([
    [500, {}, { kind: 'failed', code: '500' }],
    [404, {}, { kind: 'failed', code: '404' }],
    [410, {}, { kind: 'gone', code: '410' }],
    [429, { 'retry-after': '120' }, { kind: 'failed', code: '429', afterMs: 120_000 }],
    [503, { 'retry-after': '7' }, { kind: 'failed', code: '503', afterMs: 7_000 }],
    [202, {}, { kind: 'acknowledged', code: '202' }],
  ])('that is answered by %i %o', async (status, headers, outcome) => {
    const { receiver } = await listen();
    receiver.behave({ status, headers });
    expect(await send(hook(receiver.url))).toEqual([outcome]);
  });

  it.each([301, 302, 307, 308])('follows no redirect (%i)', async (status) => {
    const { receiver, received } = await listen();
    const { url } = await answering((_request, response) =>
      response.writeHead(status, { location: receiver.url }).end(),
    );
    expect(await send(hook(url))).toEqual([{ kind: 'failed', code: 'redirect' }]);
    expect(received).toEqual([]);
  });

  it('does not wait for a slow receiver, and for a slow answer neither', async () => {
    const { receiver } = await listen();
    receiver.behave({ delayMs: 60_000 });
    expect(await send(hook(receiver.url, { attemptMs: 100 }))).toEqual([{ kind: 'failed', code: 'timeout' }]);
    const { url } = await answering((_request, response) => void response.writeHead(200).write('{'));
    expect(await send(hook(url, { attemptMs: 100, acknowledge: true }))).toEqual([{ kind: 'failed', code: 'timeout' }]);
  });

  it('ends at once when it is told to', async () => {
    const { receiver } = await listen();
    receiver.behave({ delayMs: 60_000 });
    const stop = new AbortController();
    const sent = hook(receiver.url).send([deliveryOf(refused())], stop.signal);
    stop.abort(new Error('stopping'));
    await expect(sent).rejects.toThrow('stopping');
  });

  it('fails with a word of ours where nobody listens', async () => {
    const { url, server } = await answering(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await send(hook(url))).toEqual([{ kind: 'failed', code: 'ECONNREFUSED' }]);
  });
});

describe('an acknowledgement', () => {
  it('names the id, where it is asked for', async () => {
    const { receiver } = await listen();
    expect(await send(hook(receiver.url, { acknowledge: true }))).toEqual([{ kind: 'acknowledged', code: '200' }]);
  });

  it.each(['', 'OK', '{}', '[]', 'null', '{"ack":"another"}', '{"ack":1}', `{"ack":"${'x'.repeat(20_000)}"}`])(
    'is not %s',
    async (body) => {
      const { url } = await answering((_request, response) => response.end(body));
      expect(await send(hook(url, { acknowledge: true }))).toEqual([{ kind: 'failed', code: 'not-acknowledged' }]);
      expect(await send(hook(url))).toEqual([{ kind: 'acknowledged', code: '200' }]);
    },
  );

  it('is read no further than it has to be', async () => {
    const { url } = await answering((_request, response) => {
      response.on('error', () => undefined);
      const more = () => {
        while (response.write('x'.repeat(1 << 16)));
        response.once('drain', more);
      };
      more();
    });
    expect(await send(hook(url, { acknowledge: true }))).toEqual([{ kind: 'failed', code: 'not-acknowledged' }]);
    expect(await send(hook(url))).toMatchObject([{}]);
  });
});

describe('a private address', () => {
  it('is not connected to, whatever name leads there', async () => {
    const { receiver, received } = await listen();
    const { port } = new URL(receiver.url);
    const webhook = hook(`https://localhost:${port}/`, { allowPrivate: false });
    expect(await send(webhook)).toEqual([{ kind: 'failed', code: 'private-address' }]);
    expect(received).toEqual([]);
  });
});

describe('a receiver of ours', () => {
  it('takes no body that is none of ours, signed or not', async () => {
    const { receiver, why, received } = await listen();
    const answer = await fetch(receiver.url, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
    const large = await fetch(receiver.url, { method: 'POST', body: 'x'.repeat(300 << 10) });
    expect(large.status).toBe(413);
    expect(why).toEqual(['no-headers', 'too-large']);
    expect(received).toEqual([]);
  });

  it('is told that nothing has happened', async () => {
    const { receiver, received } = await listen();
    expect(await hook(receiver.url).test('test_1')).toEqual({ kind: 'acknowledged', code: '200' });
    expect(received).toMatchObject([{ message: { id: 'test_1', type: 'webhook.test', data: {} } }]);
  });

  it('gets an alarm as it was raised', async () => {
    const { receiver, received } = await listen();
    await send(hook(receiver.url), alarm());
    expect(received).toMatchObject([
      { message: { type: 'alarm.raised', data: { alarm: 'child-safety', ids: { verdict: 'vrd_1' } } } },
    ]);
  });
});
