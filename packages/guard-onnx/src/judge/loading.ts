import type { Classifier } from '../classifier/classifier.js';

export interface LoadedOnce {
  /** The classifier, which is opened by whoever is first, and anew some time after it was found broken. */
  get(): Classifier;
  /** Says that it cannot be used: for `pauseMs` all get the same failure, then it is opened anew. */
  isUnusable(classifier: Classifier): void;
  readonly isLeftAlone: boolean;
  close(): Promise<void>;
}

/** Opens a classifier when it is first needed. */
export function loadOnce(open: () => Classifier, pauseMs: number, clock: () => number): LoadedOnce {
  let current: Classifier | undefined;
  let unusableSince: number | undefined;
  const isPaused = () => unusableSince !== undefined && clock() - unusableSince < pauseMs;
  return {
    get isLeftAlone() {
      return isPaused();
    },
    get() {
      if (current !== undefined && unusableSince !== undefined && !isPaused()) {
        // What could not be loaded may refuse to close as well.
        current.close().catch(() => undefined);
        current = undefined;
      }
      if (current === undefined) {
        current = open();
        unusableSince = undefined;
      }
      return current;
    },
    isUnusable(classifier) {
      if (classifier === current) unusableSince ??= clock();
    },
    async close() {
      await current?.close();
      current = undefined;
    },
  };
}
