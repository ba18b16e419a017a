/** Runs `look` every so many milliseconds, a fifth more or less, so that many machines do not look all at once. */
export function lookNowAndThen(
  everyMs: number,
  look: (signal: AbortSignal) => Promise<void>,
  random: () => number = Math.random,
): { stop(): void } {
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function plan(): void {
    timer = setTimeout(() => void run(), everyMs * (0.8 + 0.4 * random()));
    timer.unref();
  }
  async function run(): Promise<void> {
    await look(AbortSignal.any([stopped.signal, AbortSignal.timeout(everyMs / 2)]));
    if (!stopped.signal.aborted) plan();
  }
  plan();
  return {
    stop() {
      clearTimeout(timer);
      stopped.abort();
    },
  };
}
