import { setTimeout as delay } from 'node:timers/promises';
import { errors } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';

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
