export interface CallQueueOptions<Item, Result> {
  /** Requests on their way at once. */
  readonly concurrency: number;
  /** Items that may wait for one. */
  readonly waiting: number;
  /** Items of one request. */
  readonly batchSize: number;
  /** Tells whether an item may share a request with others. */
  shares(item: Item): boolean;
  send(items: readonly Item[], signal: AbortSignal): Promise<readonly PromiseSettledResult<Result>[]>;
  /** What an item gets that finds the queue full. */
  full(): Error;
}

export interface CallQueue<Item, Result> {
  readonly waiting: number;
  /** Rejects with `full()`, with the reason of `signal`, or with what `send` threw. */
  add(item: Item, signal: AbortSignal): Promise<Result>;
}

interface Entry<Item, Result> {
  readonly item: Item;
  readonly signal: AbortSignal;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
  /** Called once, when whoever waits for it goes away. */
  onLeave: () => void;
  hasLeft: boolean;
}

/**
 * Sends items as soon as a request is free, several in one where the server takes several and they wait anyway: a batch
 * forms only of what came in the same turn of the event loop or while all requests were busy, so nothing waits for it.
 */
export function createCallQueue<Item, Result>(options: CallQueueOptions<Item, Result>): CallQueue<Item, Result> {
  const { concurrency, batchSize } = options;
  const queue: Entry<Item, Result>[] = [];
  let running = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      while (running < concurrency && queue.length > 0) void run(takeBatch());
    });
  }

  function takeBatch(): Entry<Item, Result>[] {
    const first = queue.shift();
    if (first === undefined) return [];
    const batch = [first];
    if (!options.shares(first.item)) return batch;
    for (let at = 0; at < queue.length && batch.length < batchSize; ) {
      const next = queue[at];
      if (next !== undefined && options.shares(next.item)) batch.push(...queue.splice(at, 1));
      else at++;
    }
    return batch;
  }

  async function run(batch: readonly Entry<Item, Result>[]): Promise<void> {
    running++;
    const nobody = new AbortController();
    for (const entry of batch) {
      entry.onLeave = () => {
        if (batch.every(({ hasLeft }) => hasLeft)) nobody.abort(entry.signal.reason);
      };
    }
    try {
      const results = await options.send(
        batch.map(({ item }) => item),
        nobody.signal,
      );
      for (const [index, entry] of batch.entries()) {
        const result = results[index];
        if (result?.status === 'fulfilled') entry.resolve(result.value);
        else entry.reject(result?.reason ?? new RangeError('fewer results than items'));
      }
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    } finally {
      running--;
      schedule();
    }
  }

  return {
    get waiting() {
      return queue.length;
    },
    add(item, signal) {
      return new Promise<Result>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (queue.length >= options.waiting + Math.max(0, concurrency - running)) return reject(options.full());
        function leave(): void {
          entry.hasLeft = true;
          reject(signal.reason);
          entry.onLeave();
        }
        const settle =
          <Value>(then: (value: Value) => void) =>
          (value: Value): void => {
            signal.removeEventListener('abort', leave);
            then(value);
          };
        const entry: Entry<Item, Result> = {
          item,
          signal,
          resolve: settle(resolve),
          reject: settle(reject),
          onLeave: () => void queue.splice(queue.indexOf(entry), 1),
          hasLeft: false,
        };
        signal.addEventListener('abort', leave, { once: true });
        queue.push(entry);
        schedule();
      });
    },
  };
}
