import type { Audience, Verdict } from '@tyrian/contracts';
import { createPolicyGuard, type Detector, type LoadedPolicy } from '@tyrian/guard';
import { toGenerations } from '../library/to-generations.js';
import type { MeasuredGuard } from './guards.js';

/** The id of the whole guard among those that are compared. */
const WHOLE_GUARD = 'tyrian';

export interface EmbeddedGuardsOptions {
  readonly policy: LoadedPolicy;
  readonly audience: Audience;
  readonly detectors: readonly Detector[];
}

/**
 * The whole guard under a policy, and each detector that looks for hazards alone. They share one look at a text: ask them
 * about the same text in turn. A detector's score is its highest signal of a hazard, whether the policy acts on it or not.
 */
export function embeddedGuards({ policy, audience, detectors }: EmbeddedGuardsOptions): MeasuredGuard[] {
  const guard = createPolicyGuard({ policy, detectors });
  // Without rules nothing is refused, so that no detector is spared.
  const unruled = createPolicyGuard({ policy: { ...policy, policy: { ...policy.policy, rules: [] } }, detectors });
  const generationOf = (text: string) => {
    const { prompt, answer } = toGenerations({ text }, audience);
    return prompt ?? answer;
  };

  let last: { text: string; verdict: Promise<Verdict> } | undefined;
  const judge = (text: string): Promise<Verdict> => {
    if (last?.text !== text) last = { text, verdict: guard.check(generationOf(text)) };
    return last.verdict;
  };

  const whole: MeasuredGuard = {
    id: WHOLE_GUARD,
    version: `${policy.policy.id} ${policy.policy.version}`,
    async score(text) {
      const { coverage, score } = await judge(text);
      return coverage.some(({ status }) => status === 'failed') ? undefined : score;
    },
    decide: async (text) => (await judge(text)).proposed,
  };
  const alone = detectors
    .filter(({ covers }) => covers.some(({ kind }) => kind === 'hazard'))
    .map(
      ({ id, version }): MeasuredGuard => ({
        id,
        version,
        async score(text) {
          const verdict = await judge(text);
          const isSpared = verdict.coverage.every(({ detector }) => detector !== id);
          return scoreOf(id, isSpared ? await unruled.check(generationOf(text)) : verdict);
        },
      }),
    );
  return [whole, ...alone];
}

function scoreOf(id: string, { signals, coverage }: Verdict): number | undefined {
  const own = coverage.find(({ detector }) => detector === id);
  if (own === undefined || own.status === 'failed') return undefined;
  let highest: number | undefined;
  for (const signal of signals)
    if (signal.kind === 'hazard' && signal.detector === id) highest = Math.max(highest ?? 0, signal.score);
  return highest ?? (own.status === 'scanned' ? 0 : undefined);
}
