import { errors } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../fields/field.js';
import { createSseParser } from '../../sse/parse.js';
import { KEEP_ALIVE, writeEvent } from '../../sse/write.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { UpstreamAnswer } from '../../upstream/upstream.js';
import { type Outlet, openOutlet } from '../stream/outlet.js';
import { type Taken, takeMessage } from './inbound.js';
import type { Listener } from './judge-message.js';
import type { Waiting } from './server-message.js';

const MAX_MESSAGES = 10_000;
const LINE_BYTES = 4 * 1024 * 1024;

export interface RelayOptions {
  readonly listener: Listener;
  /** The request whose answer ends the stream; absent: it goes on until one side ends it. */
  readonly waiting?: Waiting | undefined;
  /** Tells the server something in the client's place. */
  readonly reply: (message: JsonObject) => Promise<void>;
}

/** Where a stream of messages leaves, each as an event. */
export function openEvents(reply: FastifyReply, ready: Promise<unknown>): Outlet {
  reply.header('cache-control', 'no-store');
  return openOutlet(reply, { contentType: 'text/event-stream; charset=utf-8', keepAlive: KEEP_ALIVE, ready });
}

/** Lets a stream of a server leave, message by message, each judged before it does. */
export async function relay(answer: UpstreamAnswer, outlet: Outlet, options: RelayOptions): Promise<void> {
  let isAnswered = false;
  for await (const body of messagesOf(answer)) {
    const taken = await takeMessage(options.listener, options.waiting, body);
    await leave(taken, outlet, options);
    isAnswered ||= taken.isAnswer;
    if (isAnswered) break;
  }
  if (options.waiting && !isAnswered) throw errors.UPSTREAM_CUT();
}

async function leave({ leaves, reply }: Taken, outlet: Outlet, options: RelayOptions): Promise<void> {
  if (reply) await options.reply(reply);
  if (leaves) await outlet.write(writeEvent(leaves));
}

async function* messagesOf({ body }: UpstreamAnswer): AsyncGenerator<JsonObject> {
  const parser = createSseParser({ lineBytes: LINE_BYTES, events: MAX_MESSAGES });
  for await (const bytes of body) {
    for (const { event, data } of parser.feed(bytes)) {
      // Events of other names are no messages, and an empty one only says where to go on.
      if (event === 'message' && data !== '') yield parseJsonText(data);
    }
  }
}
