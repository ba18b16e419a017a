import { setTimeout as sleep } from 'node:timers/promises';

const LEAST_MS = 20;
const SPREAD_MS = 180;

export interface RetryOptions {
  isTransient(fault: unknown): boolean;
  readonly signal: AbortSignal;
  /** 0 to 1; so that many callers of a server that came back do not all come at once. */
  readonly random?: () => number;
}

/** Makes a call, and once again after 20 to 200 ms where it failed for a moment. An abort in between keeps the first fault. */
export async function retryOnce<Result>(call: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  try {
    return await call();
  } catch (fault) {
    if (!options.isTransient(fault) || options.signal.aborted) throw fault;
    const ms = LEAST_MS + Math.floor((options.random ?? Math.random)() * SPREAD_MS);
    await sleep(ms, undefined, { signal: options.signal }).catch(() => {
      throw fault;
    });
    return await call();
  }
}
