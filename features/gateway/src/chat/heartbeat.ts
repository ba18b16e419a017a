import type { FastifyReply } from 'fastify';
import type { OpenAiError } from '../errors/openai.js';
import { KEEP_ALIVE, writeEvent } from '../sse/write.js';

const EVERY_MS = 5_000;

/** Sends a streamed answer at its end, and until then as much as keeps a client from giving up. */
export interface Heartbeat {
  /** Whether headers have left, so that an error can only be an event. */
  hasBegun(): boolean;
  finish(events: string): FastifyReply;
  fail(error: OpenAiError): FastifyReply;
  stop(): void;
}

/** After five seconds, headers and comments; nothing of the answer. `ready` must be done before the first byte. */
export function startHeartbeat(reply: FastifyReply, ready: Promise<unknown>, everyMs: number = EVERY_MS): Heartbeat {
  let begun = false;
  let stopped = false;

  async function beat(): Promise<void> {
    const isReady = await ready.then(
      () => true,
      () => false,
    );
    if (stopped || !isReady || reply.raw.destroyed) return;
    if (!begun) {
      begun = true;
      reply.hijack();
      reply.raw.writeHead(200, { ...headersOf(reply), 'content-type': 'text/event-stream' });
    }
    reply.raw.write(KEEP_ALIVE);
  }

  const timer = setInterval(() => void beat(), everyMs);
  function stop(): void {
    stopped = true;
    clearInterval(timer);
  }

  function end(events: string): FastifyReply {
    stop();
    reply.raw.end(events);
    return reply;
  }

  return {
    hasBegun: () => begun,
    stop,
    finish(events) {
      if (begun) return end(events);
      stop();
      return reply.type('text/event-stream').send(events);
    },
    fail: (error) => end(writeEvent(error)),
  };
}

function headersOf(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
