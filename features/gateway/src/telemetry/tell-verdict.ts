import type { Verdict } from '@tyrian/contracts';
import type { Watch } from './telemetry.js';

/**
 * Tells what was decided. Of what a rule of child safety saw, enforced or only watching, nothing is told but that there
 * was a decision, as there is one for every request.
 */
export function tellVerdict(watch: Watch, verdict: Verdict): void {
  const { stage, decision, tookMs, id, policy } = verdict;
  if (verdict.reasons.some((reason) => reason.subject === 'S4' && reason.decision !== 'allow'))
    watch.concealed(stage, decision);
  else watch.judged({ stage, decision, tookMs, verdict: id, policy });
}
