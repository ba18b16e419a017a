import { errors } from '@tyrian/contracts';

/** One request to a model server, as far as somebody may end it before its answer is there. */
export interface Call {
  /** Aborted when the caller aborts, for the caller's reason, when all the time is over, or by `end`. */
  readonly signal: AbortSignal;
  /**
   * Settles as `answer` does, or rejects with UPSTREAM_TIMEOUT, or with the caller's reason at once: undici heeds signals and
   * deadlines only of a request that has a connection, and this ends the wait for one as well.
   */
  within<Answer>(answer: Promise<Answer>, ms: number): Promise<Answer>;
  /** Nobody wants the answer any more, for this reason where there is one. */
  end(reason?: Error): void;
  /** There is nothing left to end. */
  leave(): void;
}

/**
 * A call that ends with the caller's signal, or after `totalMs` with UPSTREAM_TIMEOUT, whatever has come until then. One
 * listener and one controller: `AbortSignal.any` costs several times that.
 */
export function openCall(caller: AbortSignal, totalMs: number): Call {
  const controller = new AbortController();
  let stopWaiting: ((reason: unknown) => void) | undefined;
  function abort(reason?: unknown): void {
    controller.abort(reason);
    stopWaiting?.(controller.signal.reason);
  }
  const follow = (): void => {
    clearTimeout(total);
    abort(caller.reason);
  };
  const total = setTimeout(() => abort(errors.UPSTREAM_TIMEOUT([totalMs])), totalMs);
  total.unref();
  if (caller.aborted) follow();
  else caller.addEventListener('abort', follow, { once: true });
  const leave = (): void => {
    clearTimeout(total);
    caller.removeEventListener('abort', follow);
  };

  return {
    signal: controller.signal,
    within: (answer, ms) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(errors.UPSTREAM_TIMEOUT([ms])), ms);
        stopWaiting = reject;
        answer.then(resolve, reject).finally(() => {
          clearTimeout(timer);
          stopWaiting = undefined;
        });
      }),
    end(reason) {
      leave();
      abort(reason);
    },
    leave,
  };
}
