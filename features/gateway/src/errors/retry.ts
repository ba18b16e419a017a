import type { TyrianError } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';

/** Longest wait, in seconds, that a client may be told to sit out by itself. */
const WORTH_WAITING = 60;

/** Says whether and when another try is worth it. What was wrong with a request stays wrong; time alone heals the rest. */
export function sayRetry(reply: FastifyReply, { status, retryAfter }: TyrianError): void {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  const isSoon = status === 429 && retryAfter !== undefined && retryAfter <= WORTH_WAITING;
  if (status < 500 && status !== 408 && !isSoon) reply.header('x-should-retry', 'false');
}
