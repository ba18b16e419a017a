import { errors } from '@tyrian/contracts';
import type { ModelCall, ModelReply } from '../families/family.js';
import { type CallQueue, createCallQueue } from '../resilience/call-queue.js';
import { type CircuitBreaker, createCircuitBreaker, type Reached } from '../resilience/circuit-breaker.js';
import { retryOnce } from '../resilience/retry-once.js';
import type { ModelServer } from '../servers/model-server.js';
import { ModelServerError } from '../servers/model-server-error.js';
import type { GuardModelLimits } from './limits.js';

export interface GuardedServer {
  readonly breaker: CircuitBreaker;
  /** One call in its turn. Throws ModelServerError, GUARD_MODEL_BUSY, GUARD_MODEL_UNREACHABLE or the reason of `signal`. */
  send: CallQueue<ModelCall, ModelReply>['add'];
}

/** A server behind a bounded queue, a circuit breaker and one second attempt. */
export function guardServer(
  id: string,
  server: ModelServer,
  limits: GuardModelLimits,
  { clock, random }: { readonly clock: () => number; readonly random: () => number },
): GuardedServer {
  const breaker = createCircuitBreaker({ failures: limits.failures, openMs: limits.openMs, clock });

  async function attempt(calls: readonly ModelCall[], signal: AbortSignal): Promise<readonly ModelReply[]> {
    const end = breaker.enter();
    if (end === undefined)
      throw errors.GUARD_MODEL_UNREACHABLE([id, `it failed too often and is left alone for ${breaker.waitMs} ms more`]);
    try {
      const replies = await retryOnce(() => server.send(calls, signal), {
        isTransient: (fault) => fault instanceof ModelServerError && fault.isTransient,
        signal,
        random,
      });
      end('yes');
      return replies;
    } catch (fault) {
      end(reachedBy(fault));
      throw fault;
    }
  }

  /** Where a request of several is refused, each goes by itself: one that is too long must not fail the others. */
  async function send(
    calls: readonly ModelCall[],
    signal: AbortSignal,
  ): Promise<readonly PromiseSettledResult<ModelReply>[]> {
    try {
      const replies = await attempt(calls, signal);
      return replies.map((value) => ({ status: 'fulfilled', value }));
    } catch (reason) {
      if (calls.length === 1 || !(reason instanceof ModelServerError) || reason.fault !== 'refused') throw reason;
      const ends: PromiseSettledResult<ModelReply>[] = [];
      for (const call of calls) ends.push(...(await Promise.allSettled([attempt([call], signal)])).map(first));
      return ends;
    }
  }

  const queue = createCallQueue<ModelCall, ModelReply>({
    concurrency: limits.concurrency,
    waiting: limits.waiting,
    batchSize: server.batchSize,
    shares: (call) => server.shares(call),
    send,
    full: () => errors.GUARD_MODEL_BUSY([id, `${limits.waiting} calls wait already`]),
  });
  return { breaker, send: (call, signal) => queue.add(call, signal) };
}

function first(end: PromiseSettledResult<readonly ModelReply[]>): PromiseSettledResult<ModelReply> {
  if (end.status === 'rejected') return end;
  const [value] = end.value;
  return value === undefined
    ? { status: 'rejected', reason: new RangeError('no reply') }
    : { status: 'fulfilled', value };
}

/** A server that says no, or too much, is there; one whose caller went away may be. */
function reachedBy(fault: unknown): Reached {
  if (!(fault instanceof ModelServerError)) return 'unknown';
  return fault.fault === 'unreachable' ? 'no' : 'yes';
}
