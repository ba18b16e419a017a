import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Message } from '../message/message.js';
import { secretBytes, whyUnverified } from '../signing/standard-webhooks.js';

const BODY_LIMIT = 256 << 10;
const SEEN_LIMIT = 10_000;

/** How the receiver behaves: as it should, or as receivers do. */
export interface ReceiverMood {
  /** Answers with this status whatever comes. */
  readonly status?: number | undefined;
  /** Waits so many milliseconds before it answers. */
  readonly delayMs?: number | undefined;
  /** With an answer that is not 2xx. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Received {
  readonly message: Message;
  /** How often this id has come before. */
  readonly repeated: number;
}

export interface ReceiverOptions {
  readonly secret: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Called for each message that is what it says it is, and each time. */
  readonly onMessage: (received: Received) => void;
  /** Called for what cannot be believed. */
  readonly onRefused?: ((why: string) => void) | undefined;
  readonly now?: (() => number) | undefined;
}

export interface WebhookReceiver {
  readonly url: string;
  behave(mood: ReceiverMood): void;
  close(): Promise<void>;
}

/**
 * A receiver of ours that verifies as a real one does, to try webhooks with; it listens on this machine only. Throws
 * RangeError where the secret is none.
 */
export async function startWebhookReceiver(options: ReceiverOptions): Promise<WebhookReceiver> {
  const { secret, port, onMessage, onRefused = () => undefined, now = Date.now } = options;
  secretBytes(secret);
  const seen = new Map<string, number>();
  let mood: ReceiverMood = {};

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const why = body === undefined ? 'too-large' : whyUnverified(request.headers, body, [secret], now());
    const parsed = why === undefined ? Message.safeParse(jsonOf(body ?? '')) : undefined;
    if (!parsed?.success) {
      onRefused(why ?? 'unknown-body');
      response.writeHead(why === 'too-large' ? 413 : 401).end();
      return;
    }
    const message = parsed.data;
    const repeated = seen.get(message.id) ?? 0;
    if (seen.size < SEEN_LIMIT) seen.set(message.id, repeated + 1);
    onMessage({ message, repeated });
    const { status = 200, delayMs = 0, headers = {} } = mood;
    const answer = () =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify({ ack: message.id }));
    if (delayMs > 0) setTimeout(answer, delayMs).unref();
    else answer();
  }

  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listening}/`,
    behave(next) {
      mood = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
