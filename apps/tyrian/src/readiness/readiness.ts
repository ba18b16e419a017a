import { access, constants } from 'node:fs/promises';
import type { Store } from '@tyrian/contracts';
import type { UpstreamState } from '@tyrian/gateway';
import type { GuardUsage } from '../live/guard-models.js';

/** How this process stands, for its operator. */
export interface ReadinessDetail {
  readonly status: 'ready' | 'not ready' | 'stopping';
  readonly database: 'answers' | 'silent';
  /** Null where the database is silent. */
  readonly outboxWaiting: number | null;
  /** Receivers outside that could not be told something: no reason to send requests elsewhere. */
  readonly undeliveredTo: number | null;
  /** Whether the folder of the keys can be read; those in use are in memory. */
  readonly keys: 'readable' | 'unreadable';
  /** A model server that is down takes no gateway out: refusals, records and verdicts need none. */
  readonly upstreams: readonly UpstreamState[] | null;
  readonly guardModels: readonly { readonly name: string; readonly state: string }[];
}

export interface Readiness {
  detail(): Promise<ReadinessDetail>;
  /** From now on nothing new is to be sent here. */
  stop(): void;
}

export interface ReadinessParts {
  readonly store: Pick<Store, 'outbox' | 'deliveries'>;
  readonly keysFolder: string;
  readonly upstreams?: (() => readonly UpstreamState[]) | undefined;
  readonly guardModels?: (() => readonly Pick<GuardUsage, 'name' | 'state'>[]) | undefined;
  /** How long the database may take; 3 s unless given. */
  readonly deadlineMs?: number | undefined;
  /** How long an answer counts, so that whoever asks without end asks the database once; 1 s unless given. */
  readonly freshMs?: number | undefined;
}

export function createReadiness(parts: ReadinessParts): Readiness {
  const { store, keysFolder, upstreams, guardModels, deadlineMs = 3_000, freshMs = 1_000 } = parts;
  let isStopping = false;
  let last: { readonly at: number; readonly looked: ReturnType<typeof look> } | undefined;

  async function look() {
    const within = <Value>(value: Promise<Value>): Promise<Value | null> => withinTime(value, deadlineMs);
    const [outboxWaiting, failing, keys] = await Promise.all([
      within(store.outbox.pending()),
      within(store.deliveries.failing()),
      access(keysFolder, constants.R_OK).then(
        () => 'readable' as const,
        () => 'unreadable' as const,
      ),
    ]);
    return { outboxWaiting, undeliveredTo: failing?.length ?? null, keys };
  }

  return {
    async detail() {
      if (!last || performance.now() - last.at > freshMs) last = { at: performance.now(), looked: look() };
      const looked = await last.looked;
      const answers = looked.outboxWaiting !== null;
      return {
        status: isStopping ? 'stopping' : answers ? 'ready' : 'not ready',
        database: answers ? 'answers' : 'silent',
        ...looked,
        upstreams: upstreams?.() ?? null,
        guardModels: (guardModels?.() ?? []).map(({ name, state }) => ({ name, state })),
      };
    },
    stop() {
      isStopping = true;
    },
  };
}

/** Null where it fails or takes too long. */
function withinTime<Value>(value: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([value.catch(() => null), late]).finally(() => clearTimeout(timer));
}
