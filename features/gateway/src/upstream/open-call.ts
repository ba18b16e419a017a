import { errors } from '@tyrian/contracts';

/** One request to a model server, as far as somebody may end it before its answer is there. */
export interface Call {
  /** Aborted when the caller aborts, for the caller's reason, or by `end`. */
  readonly signal: AbortSignal;
  /**
   * Settles as `answer` does, or rejects with UPSTREAM_TIMEOUT, or with the caller's reason at once: undici heeds signals and
   * deadlines only of a request that has a connection, and this ends the wait for one as well.
   */
  within<Answer>(answer: Promise<Answer>, ms: number): Promise<Answer>;
  /** Nobody wants the answer any more. */
  end(): void;
  /** There is nothing left to end. */
  leave(): void;
}

/** A call that ends with the caller's signal. One listener and one controller: `AbortSignal.any` costs several times that. */
export function openCall(caller: AbortSignal): Call {
  const controller = new AbortController();
  let stopWaiting: ((reason: unknown) => void) | undefined;
  function follow(): void {
    controller.abort(caller.reason);
    stopWaiting?.(caller.reason);
  }
  if (caller.aborted) follow();
  else caller.addEventListener('abort', follow, { once: true });
  const leave = (): void => caller.removeEventListener('abort', follow);

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
    end() {
      leave();
      controller.abort();
    },
    leave,
  };
}
