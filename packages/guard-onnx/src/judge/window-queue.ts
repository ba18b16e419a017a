import type { Classifier } from '../classifier/classifier.js';

export interface WindowQueue {
  /**
   * The shares of each window, in order. Rejects with `full()` where too many wait, with the reason of `signal` as soon as it
   * is aborted, or with what the classifier threw.
   */
  add(windows: readonly Int32Array[], signal: AbortSignal): Promise<readonly (readonly number[])[]>;
}

interface Asked {
  readonly windows: readonly Int32Array[];
  readonly shares: (readonly number[])[];
  /** Windows that were sent. */
  sent: number;
  readonly resolve: (shares: readonly (readonly number[])[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** A window of a text in a batch. */
interface Sent {
  readonly text: Asked;
  readonly at: number;
}

export interface WindowQueueOptions {
  readonly batchSize: number;
  readonly waiting: number;
  classify: Classifier['classify'];
  full(): Error;
}

/**
 * Classifies windows, one batch at a time: the runtime has threads of its own. Each batch takes a window of each text in turn,
 * so that a long one does not keep the short ones waiting; of a text that nobody waits for no more windows are sent.
 */
export function createWindowQueue({ batchSize, waiting, classify, full }: WindowQueueOptions): WindowQueue {
  const texts: Asked[] = [];
  let isBusy = false;

  const left = () => texts.reduce((sum, { windows, sent }) => sum + windows.length - sent, 0);

  function leave(text: Asked): void {
    const at = texts.indexOf(text);
    if (at >= 0) texts.splice(at, 1);
  }

  function fail(text: Asked, fault: unknown): void {
    leave(text);
    text.reject(fault);
  }

  async function send(batch: readonly Sent[]): Promise<void> {
    const shares = await classify(batch.map(({ text, at }) => text.windows[at] ?? new Int32Array()));
    for (const [row, { text, at }] of batch.entries()) text.shares[at] = shares[row] ?? [];
  }

  function takeBatch(): Sent[] {
    const batch: Sent[] = [];
    while (batch.length < batchSize) {
      const text = texts.shift();
      if (text === undefined) break;
      batch.push({ text, at: text.sent++ });
      if (text.sent < text.windows.length) texts.push(text);
    }
    return batch;
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    // What comes in the same turn of the event loop shares a batch.
    await Promise.resolve();
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
      try {
        await send(batch);
      } catch (fault) {
        // One window at which the model fails must not fail the texts beside it.
        const alone = (sent: Sent) => (batch.length === 1 ? Promise.reject(fault) : send([sent]));
        for (const sent of batch) await alone(sent).catch((reason) => fail(sent.text, reason));
      }
      for (const { text } of batch)
        if (Object.keys(text.shares).length === text.windows.length) text.resolve(text.shares);
    }
    isBusy = false;
  }

  return {
    add(windows, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (left() + windows.length > waiting) return reject(full());
        function onAbort(): void {
          leave(text);
          reject(signal.reason);
        }
        const settle =
          <Value>(then: (value: Value) => void) =>
          (value: Value): void => {
            signal.removeEventListener('abort', onAbort);
            then(value);
          };
        const text: Asked = { windows, shares: [], sent: 0, resolve: settle(resolve), reject: settle(reject) };
        signal.addEventListener('abort', onAbort, { once: true });
        texts.push(text);
        void work();
      });
    },
  };
}
