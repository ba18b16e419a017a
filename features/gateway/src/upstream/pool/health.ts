/** What the end of a call, or of a look, says of a model server; `unknown` where it was ours to end, or it is only busy. */
export type CallEnd = 'good' | 'bad' | 'unknown';
export type HealthState = 'up' | 'down' | 'trying';

export interface HealthOptions {
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Bad ends in a row that take it out; 3 unless given. */
  readonly failures?: number | undefined;
  /** Share of bad ends among the last twenty that takes it out; 0.5 unless given. */
  readonly errorRate?: number | undefined;
  /** How long it is left alone before one call tries it; 10 s unless given. */
  readonly restMs?: number | undefined;
}

export interface Health {
  state(): HealthState;
  /** Undefined where no call may go there now. Takes how it ended, once. */
  enter(): ((end: CallEnd) => void) | undefined;
  /** What a look has found. A good one brings it back at once: looks cost nobody an answer. */
  seen(isGood: boolean): void;
}

const WINDOW = 20;
const [FAILURES, ERROR_RATE, REST_MS] = [3, 0.5, 10_000];

/**
 * A circuit breaker: opens after failures in a row, or when too many of the last twenty calls ended badly. After its rest
 * one call tries the server; how that one ends closes or opens it again.
 */
export function createHealth(options: HealthOptions): Health {
  const { now, failures = FAILURES, errorRate = ERROR_RATE, restMs = REST_MS } = options;
  let isDown = false;
  let downSince = 0;
  let isTrying = false;
  let inRow = 0;
  let lately: boolean[] = [];
  // What began before the last change says nothing any more.
  let epoch = 0;

  function change(toDown: boolean): void {
    isDown = toDown;
    if (toDown) downSince = now();
    isTrying = false;
    inRow = 0;
    lately = [];
    epoch++;
  }

  function count(isGood: boolean): void {
    inRow = isGood ? 0 : inRow + 1;
    lately = [...lately.slice(1 - WINDOW), isGood];
    const bad = lately.filter((good) => !good).length;
    if (inRow >= failures || (lately.length === WINDOW && bad / WINDOW >= errorRate)) change(true);
  }

  function end(result: CallEnd): void {
    const wasTrial = isTrying;
    isTrying = false;
    if (result === 'unknown') return;
    if (wasTrial) change(result === 'bad');
    else count(result === 'good');
  }

  return {
    state: () => (isDown ? (isTrying || now() - downSince >= restMs ? 'trying' : 'down') : 'up'),
    enter() {
      if (isDown && (isTrying || now() - downSince < restMs)) return undefined;
      isTrying = isDown;
      const began = epoch;
      let hasEnded = false;
      return (result) => {
        if (!hasEnded && began === epoch) end(result);
        hasEnded = true;
      };
    },
    seen(isGood) {
      if (!isDown) count(isGood);
      else if (isGood) change(false);
      else downSince = now();
    },
  };
}
