import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors } from '@tyrian/contracts';
import type { Readiness, ReadinessDetail } from '../../readiness/readiness.js';
import type { Instruments } from './instruments.js';

export interface Listener {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * What the operator's own tools ask, at an address apart from the doors: `/metrics`, and `/readyz` in full. It answers
 * whoever reaches it, so that the address decides who may.
 */
export async function listenForOperators(
  at: { readonly host: string; readonly port: number },
  instruments: Instruments,
  readiness: Readiness,
): Promise<Listener> {
  const server = createServer({ maxHeaderSize: 8_192, requestTimeout: 10_000, headersTimeout: 5_000 });
  server.maxConnections = 50;
  server.on('request', async ({ method, url }, response) => {
    try {
      if (method !== 'GET') return void response.writeHead(405).end();
      if (url === '/healthz') return void response.end('{"status":"ok"}');
      if (url !== '/metrics' && url !== '/readyz') return void response.writeHead(404).end();
      const detail = await readiness.detail();
      const isReady = detail.status === 'ready';
      if (url === '/readyz') {
        response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json' });
        return void response.end(JSON.stringify(detail));
      }
      setGauges(instruments, detail);
      const text = await instruments.registry.metrics();
      response.writeHead(200, { 'content-type': instruments.registry.contentType }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
  server.listen(at.port, at.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw errors.CONFIG_INVALID([`metrics: ${at.host}:${at.port} cannot be listened on`], { cause });
  }
  const { address, port } = server.address() as AddressInfo;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function setGauges({ set }: Instruments, detail: ReadinessDetail): void {
  set('ready', detail.status === 'ready' ? 1 : 0);
  if (detail.outboxWaiting !== null) set('outboxWaiting', detail.outboxWaiting);
  if (detail.undeliveredTo !== null) set('undeliveredTo', detail.undeliveredTo);
  for (const { name, state } of detail.upstreams ?? []) set('upstreamUp', state === 'up' ? 1 : 0, { upstream: name });
  for (const { name, state } of detail.guardModels) set('guardModelUp', state === 'open' ? 0 : 1, { model: name });
}
