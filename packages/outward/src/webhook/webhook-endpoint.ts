import type { Delivery, EventType } from '@tyrian/contracts';
import { Agent } from 'undici';
import { publicLookup } from '../address/public-lookup.js';
import type { Endpoint } from '../delivery/endpoint.js';
import type { Outcome } from '../delivery/outcome.js';
import { messageOf } from '../message/message.js';
import { checkTarget } from './check-target.js';
import { postMessage } from './post-message.js';

const HOUR_MS = 3_600_000;
const ATTEMPT_MS = 10_000;
const CONNECT_MS = 5_000;
const AT_ONCE = 8;

export interface WebhookOptions {
  readonly name: string;
  readonly url: string;
  readonly events: readonly EventType[];
  readonly tenants?: readonly string[] | undefined;
  /** The first signs alone where there is one; all sign while a new one takes the place of an old one. */
  readonly secrets: readonly string[];
  /** The answer must be `{"ack": id}`: a 2xx alone is given by many a proxy. */
  readonly acknowledge?: boolean | undefined;
  /** Addresses that are not public, and plain HTTP. */
  readonly allowPrivate?: boolean | undefined;
  /** Hours that an event is tried for; 24 unless given. */
  readonly retryHours?: number | undefined;
  /** Milliseconds that one attempt may take; 10 s unless given. */
  readonly attemptMs?: number | undefined;
  readonly now?: (() => number) | undefined;
}

/** A webhook, with connections of its own: a slow receiver holds up no other. Throws CONFIG_INVALID for a URL that may not be. */
export function createWebhook(options: WebhookOptions): Endpoint & Pick<WebhookSender, 'test'> {
  const { name, events, tenants, retryHours = 24 } = options;
  const sender = createSender(options);
  return {
    interest: { name, events, tenants },
    batch: AT_ONCE,
    everyMs: 0,
    giveUpMs: retryHours * HOUR_MS,
    send: (batch, signal) => Promise.all(batch.map((delivery) => sender.send(delivery, signal))),
    test: sender.test,
    close: sender.close,
  };
}

interface WebhookSender {
  send(delivery: Delivery, signal: AbortSignal): Promise<Outcome>;
  /** Sends that nothing has happened, to see whether it arrives. */
  test(id: string): Promise<Outcome>;
  close(): Promise<void>;
}

function createSender(options: WebhookOptions): WebhookSender {
  const { secrets, acknowledge = false, allowPrivate = false, attemptMs = ATTEMPT_MS, now = Date.now } = options;
  const url = checkTarget(options.url, allowPrivate);
  const agent = new Agent({
    connections: AT_ONCE,
    pipelining: 1,
    connect: { timeout: Math.min(CONNECT_MS, attemptMs), ...(!allowPrivate && { lookup: publicLookup() }) },
    headersTimeout: attemptMs,
    bodyTimeout: attemptMs,
  });
  const target = { url, agent, secrets, acknowledge, attemptMs, now };
  return {
    send: ({ event }, signal) => postMessage(target, messageOf(event), signal),
    test: (id) => postMessage(target, { id, type: 'webhook.test', at: now(), tenant: 'system', data: {} }),
    close: () => agent.destroy(),
  };
}
