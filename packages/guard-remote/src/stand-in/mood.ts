import { MISBEHAVIOURS, type Misbehaviour } from './misbehaviour.js';

/** How a stand-in goes wrong for now, and for how many requests more. */
export interface Mood {
  set(how: Misbehaviour | undefined, times?: number): void;
  /** What the next request gets; what the request itself asks for comes first. */
  next(wanted: unknown): Misbehaviour | undefined;
}

export function createMood(from: Misbehaviour | undefined): Mood {
  let how = from;
  let left = Number.POSITIVE_INFINITY;
  return {
    set(next, times = Number.POSITIVE_INFINITY) {
      how = next;
      left = times;
    },
    next(wanted) {
      const named = MISBEHAVIOURS.find((known) => known === wanted);
      if (named !== undefined || how === undefined) return named;
      return left-- > 0 ? how : undefined;
    },
  };
}
