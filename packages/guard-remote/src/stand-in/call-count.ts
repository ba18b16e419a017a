/** What a stand-in was asked, without a word of it. */
export interface StandInCalls {
  readonly total: number;
  readonly byPath: Readonly<Record<string, number>>;
  /** Texts of each request to judge, in order; of the first 10,000. */
  readonly batches: readonly number[];
}

const MOST_BATCHES = 10_000;

export interface CallCount {
  countRequest(path: string): void;
  countTexts(texts: number): void;
  calls(): StandInCalls;
}

export function createCallCount(): CallCount {
  const byPath: Record<string, number> = {};
  const batches: number[] = [];
  return {
    countRequest(path) {
      byPath[path] = (byPath[path] ?? 0) + 1;
    },
    countTexts(texts) {
      if (batches.length < MOST_BATCHES) batches.push(texts);
    },
    calls: () => ({
      total: Object.values(byPath).reduce((sum, count) => sum + count, 0),
      byPath: { ...byPath },
      batches: [...batches],
    }),
  };
}
