import { setTimeout as delay } from 'node:timers/promises';
import { errors } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';
import type { DoorPorts } from '../door-ports.js';
import { HELP_URL } from '../refusal/help.js';
import { askerOf, type Exchange } from '../verdict/exchange.js';
import { WARNED } from './tell.js';

/**
 * What every door asks before it looks at a request: how who asks has behaved so far. Who is suspended is turned away,
 * who is slowed down waits here. Throws ACCOUNT_SUSPENDED, or RATE_LIMITED where too many wait already.
 */
export async function admit(ports: DoorPorts, exchange: Exchange, reply: FastifyReply): Promise<Exchange> {
  const admission = ports.conduct?.admit(askerOf(exchange));
  if (!admission) return exchange;
  const { isWarned, delayMs, suspended } = admission;
  if (isWarned) reply.header(...WARNED);
  if (suspended) {
    const until = new Date(suspended.until).toISOString().slice(0, 16).replace('T', ' ');
    throw errors.ACCOUNT_SUSPENDED([`${until} UTC`, suspended.appeal, HELP_URL]);
  }
  if (delayMs > 0) await ports.waiting.wait(delayMs, reply);
  return { ...exchange, admission };
}

/** Those who are slowed down, waiting. */
export interface WaitingRoom {
  /** Rejects where the client goes away, to whom nobody answers then. Throws RATE_LIMITED where the room is full. */
  wait(ms: number, reply: FastifyReply): Promise<void>;
}

/** A request that waits holds its body in memory. */
const SEATS = 200;

export function createWaitingRoom(seats: number = SEATS): WaitingRoom {
  let taken = 0;
  return {
    async wait(ms, reply) {
      if (taken >= seats)
        throw errors.RATE_LIMITED(['account', Math.ceil(ms / 1000)], { retryAfter: Math.ceil(ms / 1000) });
      const gone = new AbortController();
      const leave = () => gone.abort();
      reply.raw.once('close', leave);
      taken++;
      try {
        await delay(ms, undefined, { signal: gone.signal });
      } catch (cause) {
        throw errors.INVALID_INPUT(['The client went away'], { cause });
      } finally {
        taken--;
        reply.raw.off('close', leave);
      }
    },
  };
}
