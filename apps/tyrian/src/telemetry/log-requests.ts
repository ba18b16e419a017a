import type { Log, Telemetry } from '@tyrian/gateway';
import { followCourse } from './outcome.js';

/**
 * A line in the log for each request: ids, times, and what became of it. Verdicts are named of what passed only, so that
 * what child safety refused reads like any other refusal.
 */
export function logRequests(log: Pick<Log, 'info'>): Telemetry {
  return {
    open({ requestId, method, route }) {
      const verdicts: string[] = [];
      const course = followCourse(({ door, code, isStreamed, outcome }, ending) => {
        const { status, tookMs, isGone } = ending;
        const became = outcome(ending);
        const passed = became === 'allowed' || became === 'repaired' ? verdicts.slice(0, MAX_VERDICTS) : [];
        log.info(
          {
            requestId,
            method,
            route,
            door,
            status,
            outcome: became,
            ...(code !== undefined && { code }),
            ...(isStreamed && { isStreamed }),
            ...(isGone && { isGone }),
            ...(passed.length > 0 && { verdicts: passed }),
            tookMs: Math.round(tookMs),
          },
          'request',
        );
      });
      return {
        ...course,
        judged(sight) {
          course.judged(sight);
          verdicts.push(sight.verdict);
        },
      };
    },
  };
}

const MAX_VERDICTS = 20;
