import { errors } from '@tyrian/contracts';
import type { Clock, Log } from '../../ports.js';
import type { Upstream, UpstreamAnswer, UpstreamRequest } from '../upstream.js';
import { lookNowAndThen } from './looks.js';
import { type PooledUpstream, type PoolMember, pooledUpstream, type UpstreamState } from './pooled-upstream.js';
import { isElsewhere, isUnreached } from './retryable.js';

export interface UpstreamPoolOptions {
  readonly upstreams: readonly PoolMember[];
  readonly clock: Clock;
  readonly log: Log;
  /** How often each is looked at; 10 s unless given. */
  readonly lookMs?: number | undefined;
  /** How long closing waits for answers that are under way; 10 s unless given. */
  readonly drainMs?: number | undefined;
}

export interface UpstreamPool extends Upstream {
  upstreams(): readonly UpstreamState[];
}

const [LOOK_MS, DRAIN_MS, DRAIN_STEP_MS] = [10_000, 10_000, 20];

/**
 * Several model servers as one. A request goes to the least busy of those that speak its API and serve its model; to another
 * one, and to each at most once, only while nothing of an answer was read. Rejects with UPSTREAM_UNSERVED where none is
 * configured for it, and with UPSTREAM_UNREACHABLE where none is up.
 */
export function createUpstreamPool(options: UpstreamPoolOptions): UpstreamPool {
  const { clock, log, lookMs = LOOK_MS, drainMs = DRAIN_MS } = options;
  const members = options.upstreams.map((member) => pooledUpstream(member, clock.now));
  const looks = members.map((member) => lookNowAndThen(lookMs, (signal) => lookAt(member, signal)));
  // Among equals the one that was not asked for longest comes first.
  const askedAt = new Map<PooledUpstream, number>();
  let asked = 0;

  async function lookAt(member: PooledUpstream, signal: AbortSignal): Promise<void> {
    const before = member.describe().state;
    await member.look(signal);
    const { state, lastFault } = member.describe();
    if (before === 'up' && state !== 'up') log.warn({ upstream: member.name, code: lastFault }, 'model server is down');
    if (before !== 'up' && state === 'up') log.info({ upstream: member.name }, 'model server is up again');
  }

  function candidates({ api, model, upstream }: UpstreamRequest): PooledUpstream[] {
    const fit = members.filter(
      ({ name, apis, serves }) =>
        apis.includes(api) && (upstream === undefined || name === upstream) && (model === undefined || serves(model)),
    );
    if (fit.length === 0) throw errors.UPSTREAM_UNSERVED([api], { param: 'model' });
    return fit.sort((a, b) => a.load() - b.load() || (askedAt.get(a) ?? 0) - (askedAt.get(b) ?? 0));
  }

  async function send(request: UpstreamRequest): Promise<UpstreamAnswer> {
    let last: UpstreamAnswer | undefined;
    let fault: unknown;
    let giveUp: () => void = () => undefined;
    for (const member of candidates(request)) {
      const ask = member.enter();
      if (!ask) continue;
      // What the one before said is not needed any more.
      giveUp();
      last = undefined;
      askedAt.set(member, ++asked);
      const attempt = new AbortController();
      giveUp = () => attempt.abort();
      try {
        last = await ask({ ...request, signal: AbortSignal.any([request.signal, attempt.signal]) });
        if (!isElsewhere(last)) return last;
        log.warn({ upstream: member.name, status: last.status }, 'model server declined: another one is asked');
      } catch (caught) {
        if (!isUnreached(caught)) throw caught;
        fault = caught;
        log.warn({ upstream: member.name }, 'model server not reached: another one is asked');
      }
    }
    if (last) return last;
    throw fault ?? errors.UPSTREAM_UNREACHABLE();
  }

  return {
    send,
    upstreams: () => members.map((member) => member.describe()),
    async close() {
      for (const look of looks) look.stop();
      const giveUpAt = performance.now() + drainMs;
      while (members.some((member) => member.load() > 0) && performance.now() < giveUpAt)
        await new Promise((resolve) => setTimeout(resolve, DRAIN_STEP_MS));
      await Promise.all(members.map((member) => member.close()));
    },
  };
}
