/** Settles as `work` does, or rejects with `late()` after `ms` milliseconds. The timer never keeps the process alive. */
export function deadline<Value>(work: Promise<Value>, ms: number, late: () => Error): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    timer.unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
