import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../fields/field.js';
import type { BudgetStanding, Budgets, Principal } from '../ports.js';

/** When a stream may be free again: nobody knows, but soon is not at once. */
const STREAM_RETRY_SECONDS = 5;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route streams unless its body says `"stream": false`; elsewhere it does where the body says true. */
    readonly streamsByDefault?: boolean;
  }
}

/** Counts a request of a key and says how the key stands. Throws RATE_LIMITED where something is used up. */
export async function takeRequest(budgets: Budgets, principal: Principal, reply: FastifyReply): Promise<void> {
  const standing = await budgets.take(principal);
  if (!standing) return;
  sayStanding(standing, reply);
  if (standing.exceeded) throw rateLimited(standing.exceeded.limit, standing.exceeded.retryAfter);
}

/** Holds a place for a streamed answer until it is over. Throws RATE_LIMITED where there is none. */
export function holdStream(budgets: Budgets, principal: Principal, request: FastifyRequest, reply: FastifyReply): void {
  if (isStreamed(request)) takeStream(budgets, principal, reply);
}

/** The same where no body says that there is a stream. */
export function takeStream(budgets: Budgets, principal: Principal, reply: FastifyReply): void {
  const close = budgets.openStream(principal);
  if (!close) throw rateLimited('streams at a time', STREAM_RETRY_SECONDS);
  // `close` comes also where the client went away before the end.
  reply.raw.once('finish', close).once('close', close);
}

function isStreamed({ body, routeOptions }: FastifyRequest): boolean {
  if (!isObject(body)) return false;
  return routeOptions.config.streamsByDefault ? body.stream !== false : body.stream === true;
}

/** As OpenAI's SDKs read it; a reset is a time span. */
function sayStanding({ allowances }: BudgetStanding, reply: FastifyReply): void {
  for (const { of, limit, remaining, resetSeconds } of allowances) {
    reply.header(`x-ratelimit-limit-${of}`, limit);
    reply.header(`x-ratelimit-remaining-${of}`, remaining);
    reply.header(`x-ratelimit-reset-${of}`, `${resetSeconds}s`);
  }
}

function rateLimited(limit: string, retryAfter: number) {
  return errors.RATE_LIMITED([`key (${limit})`, retryAfter], { retryAfter });
}
