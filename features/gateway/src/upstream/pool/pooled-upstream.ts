import { TyrianError } from '@tyrian/contracts';
import type { Upstream, UpstreamAnswer, UpstreamApi, UpstreamRequest } from '../upstream.js';
import { type CallEnd, createHealth, type Health, type HealthState } from './health.js';
import { lendAnswer } from './lent-answer.js';
import { type ModelMatch, matchModels } from './model-globs.js';
import { MODELS_PATHS, PROBE_HEADERS } from './probe.js';

/** One model server of several. */
export interface PoolMember {
  readonly name: string;
  /** What it speaks. */
  readonly apis: readonly UpstreamApi[];
  /** How much of the load it takes, against the others; 1 unless given. */
  readonly weight?: number | undefined;
  /** Globs of the models that it serves; all unless given. */
  readonly models?: readonly string[] | undefined;
  readonly upstream: Upstream;
}

/** How a model server stands. */
export interface UpstreamState {
  readonly name: string;
  readonly apis: readonly UpstreamApi[];
  readonly state: HealthState;
  /** Requests under way. */
  readonly outstanding: number;
  /** Code of the last fault, or `HTTP 503`; null where there was none. */
  readonly lastFault: string | null;
}

/** A member with its health and its load. */
export interface PooledUpstream {
  readonly name: string;
  readonly apis: readonly UpstreamApi[];
  readonly serves: ModelMatch;
  /** Requests under way for its weight. */
  load(): number;
  describe(): UpstreamState;
  /** Undefined where it may not be asked now. */
  enter(): ((request: UpstreamRequest) => Promise<UpstreamAnswer>) | undefined;
  /** Looks whether it answers. Never rejects. */
  look(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export function pooledUpstream(member: PoolMember, now: () => number): PooledUpstream {
  const { name, apis, weight = 1, models, upstream } = member;
  const health: Health = createHealth({ now });
  let outstanding = 0;
  let lastFault: string | null = null;

  async function ask(
    request: UpstreamRequest,
    judge: (how: CallEnd) => void,
    leave: () => void,
  ): Promise<UpstreamAnswer> {
    try {
      const answer = await upstream.send(request);
      if (answer.status >= 500) lastFault = `HTTP ${answer.status}`;
      return { ...lendAnswer(answer, request.signal, { judge, leave }), server: name };
    } catch (fault) {
      if (!request.signal.aborted) lastFault = codeOf(fault);
      judge(request.signal.aborted ? 'unknown' : 'bad');
      leave();
      throw fault;
    }
  }

  return {
    name,
    apis,
    serves: models === undefined ? () => true : matchModels(models),
    load: () => outstanding / weight,
    describe: () => ({ name, apis, state: health.state(), outstanding, lastFault }),

    enter() {
      const judge = health.enter();
      if (!judge) return undefined;
      outstanding++;
      let hasEnded = false;
      const leave = (): void => {
        if (!hasEnded) outstanding--;
        hasEnded = true;
      };
      return (request) => ask(request, judge, leave);
    },

    async look(signal) {
      const [api = 'openai'] = apis;
      const abort = new AbortController();
      try {
        const { status } = await upstream.send({
          api,
          method: 'GET',
          path: MODELS_PATHS[api],
          accept: 'application/json',
          headers: PROBE_HEADERS[api],
          signal: AbortSignal.any([signal, abort.signal]),
        });
        if (status >= 500) lastFault = `HTTP ${status}`;
        health.seen(status < 500);
      } catch (fault) {
        lastFault = codeOf(fault);
        health.seen(false);
      } finally {
        // Nobody reads the list.
        abort.abort();
      }
    },

    close: () => upstream.close(),
  };
}

function codeOf(fault: unknown): string {
  return fault instanceof TyrianError ? fault.code : fault instanceof Error ? fault.name : 'unknown';
}
