export interface Periodic {
  /** Waits for what is running and stops. */
  stop(): Promise<void>;
  /** Runs soon, once, however often it is asked while it waits. */
  soon(): void;
}

/** Runs `work` every so many milliseconds, never twice at a time. A run that fails is told to `onFault` and tried again. */
export function periodically(
  everyMs: number,
  work: () => Promise<unknown>,
  onFault: (fault: unknown) => void,
): Periodic {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  async function run(): Promise<void> {
    do {
      isWanted = false;
      await work().catch(onFault);
    } while (isWanted && !isStopped);
  }
  function soon(): void {
    if (isStopped) return;
    isWanted = true;
    running ??= run().finally(() => {
      running = undefined;
    });
  }

  const timer = setInterval(soon, everyMs);
  timer.unref();
  return {
    soon,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
