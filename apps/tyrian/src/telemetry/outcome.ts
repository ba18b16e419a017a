import { type Decision, mostSevere } from '@tyrian/contracts';
import type { Ending, Watch } from '@tyrian/gateway';

export type Outcome = 'allowed' | 'repaired' | 'held' | 'refused' | 'rejected' | 'failed' | 'gone' | 'answered';

const OF_DECISION = { allow: 'allowed', repair: 'repaired', hold: 'held', refuse: 'refused' } as const satisfies Record<
  Decision,
  Outcome
>;

/** What became of a request, from what was told of it. */
export interface Course {
  readonly door: string;
  readonly code: string | undefined;
  readonly isStreamed: boolean;
  outcome(ending: Ending): Outcome;
}

/** Follows a request, and hands over what is known of it once it has ended. */
export function followCourse(onEnded: (course: Course, ending: Ending) => void): Watch & Course {
  let door = 'none';
  let code: string | undefined;
  let isStreamed = false;
  let worst: Decision | undefined;
  const decide = (decision: Decision): void => {
    worst = worst === undefined ? decision : mostSevere(worst, decision);
  };
  const course: Watch & Course = {
    readsUsage: false,
    get door() {
      return door;
    },
    get code() {
      return code;
    },
    get isStreamed() {
      return isStreamed;
    },
    entered: (entry) => {
      door = entry.door;
    },
    judged: ({ decision }) => decide(decision),
    concealed: (_stage, decision) => decide(decision),
    asked: () => undefined,
    used: () => undefined,
    heard: () => undefined,
    firstLeft: () => {
      isStreamed = true;
    },
    failed: (why) => {
      code = why;
    },
    ended: (ending) => onEnded(course, ending),
    outcome: ({ status, isGone }) => {
      if (isGone) return 'gone';
      if (status >= 500 || (status < 400 && code !== undefined)) return 'failed';
      if (worst === 'refuse' || worst === 'hold') return OF_DECISION[worst];
      if (status >= 400) return 'rejected';
      return worst === undefined ? 'answered' : OF_DECISION[worst];
    },
  };
  return course;
}
