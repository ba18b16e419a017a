import type { Telemetry } from '@tyrian/gateway';
import { followCourse } from '../outcome.js';
import type { Instruments } from './instruments.js';

/** Counts requests, verdicts and faults, and how long they took. */
export function countRequests({ count, observe, set }: Instruments): Telemetry {
  let [requests, streams] = [0, 0];
  return {
    open() {
      set('openRequests', ++requests);
      const began = performance.now();
      const course = followCourse(({ door, code, isStreamed, outcome }, ending) => {
        set('openRequests', --requests);
        if (isStreamed) set('openStreams', --streams);
        count('requests', { door, outcome: outcome(ending), streamed: isStreamed ? 'yes' : 'no' });
        observe('requestSeconds', ending.tookMs / 1000, { door });
        if (code !== undefined) count('faults', { door, code });
      });
      return {
        ...course,
        judged(sight) {
          course.judged(sight);
          count('verdicts', { door: course.door, stage: sight.stage, decision: sight.decision });
        },
        concealed(stage, decision) {
          course.concealed(stage, decision);
          count('verdicts', { door: course.door, stage, decision });
        },
        firstLeft() {
          course.firstLeft();
          set('openStreams', ++streams);
          observe('firstTokenSeconds', (performance.now() - began) / 1000, { door: course.door });
        },
      };
    },
  };
}
