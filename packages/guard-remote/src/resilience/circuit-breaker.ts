/** What the end of a call says of the server: it answers, it does not, or nothing (the caller went away). */
export type Reached = 'yes' | 'no' | 'unknown';

export interface CircuitBreakerOptions {
  /** Calls in a row that must fail before it opens. */
  readonly failures: number;
  /** How long it stays open before one call is let through. */
  readonly openMs: number;
  /** Milliseconds; only differences count. */
  readonly clock: () => number;
}

export interface CircuitBreaker {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Milliseconds until a call is let through again; 0 where one is. */
  readonly waitMs: number;
  /** Asks to make a call; `undefined` while open. The function that is returned takes how the call ended. */
  enter(): ((reached: Reached) => void) | undefined;
}

/**
 * Spares a server that does not answer, and those who would wait for it. Half-open lets one call through, and closes or
 * opens by how that one ends.
 */
export function createCircuitBreaker({ failures, openMs, clock }: CircuitBreakerOptions): CircuitBreaker {
  let state: CircuitBreaker['state'] = 'closed';
  let failed = 0;
  let openedAt = 0;
  let isTrying = false;
  // Raised with every change of state: the end of a call that began before one says nothing any more.
  let epoch = 0;

  function change(to: CircuitBreaker['state']): void {
    state = to;
    failed = 0;
    isTrying = false;
    epoch++;
    if (to === 'open') openedAt = clock();
  }

  function end(reached: Reached): void {
    isTrying = false;
    if (reached === 'unknown') return;
    if (reached === 'yes') {
      failed = 0;
      if (state === 'half-open') change('closed');
      return;
    }
    failed++;
    if (state === 'half-open' || failed >= failures) change('open');
  }

  const wait = (): number => (state === 'open' ? Math.max(0, openedAt + openMs - clock()) : 0);
  return {
    get state() {
      return state === 'open' && wait() === 0 ? 'half-open' : state;
    },
    get waitMs() {
      return wait();
    },
    enter() {
      if (state === 'open' && wait() === 0) change('half-open');
      if (state === 'open' || isTrying) return undefined;
      isTrying = state === 'half-open';
      const began = epoch;
      let hasEnded = false;
      return (reached) => {
        if (!hasEnded && began === epoch) end(reached);
        hasEnded = true;
      };
    },
  };
}
