import type { Decision, Hazard, VerdictId } from '@tyrian/contracts';

/** What a stream that only annotates says at its end of one answer. */
export interface OutputReport {
  readonly choice: number;
  readonly verdict: VerdictId;
  readonly decision: Decision;
  readonly hazards: readonly Hazard[];
}
