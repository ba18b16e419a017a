import { type ConductStore, TyrianError } from '@tyrian/contracts';
import type { Recorder, Releases, Upstream } from '@tyrian/gateway';
import type { Guard } from '@tyrian/guard';
import type { Instruments } from './instruments.js';

/** The same guards, whose checks are timed; one for each, so that nothing is made for a request. */
export function measureGuards({ count, observe }: Instruments): (guard: Guard) => Guard {
  const known = new WeakMap<Guard, Guard>();
  const measured = (guard: Guard): Guard => ({
    async check(generation, options) {
      const verdict = await guard.check(generation, options);
      observe('checkSeconds', verdict.tookMs / 1000, { stage: verdict.stage });
      const seen = new Set<string>();
      for (const { detector, status } of verdict.coverage) {
        if (status === 'scanned' || seen.has(detector + status)) continue;
        seen.add(detector + status);
        count('coverage', { detector, status });
      }
      return verdict;
    },
    heldFrom: (content) => guard.heldFrom(content),
    get policy() {
      return guard.policy;
    },
    get mode() {
      return guard.mode;
    },
    coverage: () => guard.coverage(),
  });
  return (guard) => {
    const made = known.get(guard) ?? measured(guard);
    known.set(guard, made);
    return made;
  };
}

/** The same model server, whose answers are counted. */
export function measureUpstream({ count, observe }: Instruments, name: string, upstream: Upstream): Upstream {
  return {
    async send(request) {
      const began = performance.now();
      try {
        const answer = await upstream.send(request);
        count('upstreamAnswers', { upstream: name, answer: `${Math.floor(answer.status / 100)}xx` });
        return answer;
      } catch (fault) {
        const code = fault instanceof TyrianError ? fault.code : request.signal.aborted ? 'GIVEN_UP' : 'INTERNAL';
        count('upstreamAnswers', { upstream: name, answer: code });
        throw fault;
      } finally {
        observe('upstreamSeconds', (performance.now() - began) / 1000, { upstream: name });
      }
    },
    close: () => upstream.close(),
  };
}

/** The same recorder, whose commits are timed. */
export function measureRecorder({ observe }: Instruments, recorder: Recorder): Recorder {
  return {
    async append(commit) {
      const began = performance.now();
      await recorder.append(commit);
      observe('commitSeconds', (performance.now() - began) / 1000);
    },
  };
}

/** The same releases, whose places under the daily cap are counted. */
export function measureReleases({ count }: Instruments, releases: Releases): Releases {
  return {
    isReleased: (tenant, fingerprint) => releases.isReleased(tenant, fingerprint),
    async takeHoldPlace(tenant, verdict, cap) {
      const isTaken = await releases.takeHoldPlace(tenant, verdict, cap);
      count('holdPlaces', { place: isTaken ? 'taken' : 'refused' });
      return isTaken;
    },
  };
}

/** The same ladders, whose steps are counted by the process that takes them. */
export function measureConduct({ count }: Instruments, store: ConductStore): ConductStore {
  return {
    ...store,
    async settle(verdict, window, judge) {
      const taken = await store.settle(verdict, window, judge);
      for (const { kind, step } of taken) count('conductSteps', { kind, step });
      return taken;
    },
  };
}
