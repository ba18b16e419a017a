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

/** The same for a line of a file: nobody waits for its answer, and where its account is suspended it is refused. */
export function admitLine(ports: DoorPorts, exchange: Exchange): Exchange {
  const admission = ports.conduct?.admit(askerOf(exchange));
  if (!admission) return exchange;
  return { ...exchange, admission: admission.suspended ? { ...admission, floor: 'refuse' } : admission };
}
