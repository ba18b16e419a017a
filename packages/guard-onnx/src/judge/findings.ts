import type { GuardFinding, Hazard, Role } from '@tyrian/contracts';
import type { LabelMeanings } from '../folder/label-meanings.js';

export interface Judgement {
  readonly score: number;
  readonly findings: readonly GuardFinding[];
}

/**
 * What the labels of all windows of a text say of hazards. Labels that exclude each other add up within a window; of
 * several windows the worst counts.
 */
export function judgementOf(
  windows: readonly (readonly number[])[],
  { meanings }: LabelMeanings,
  activation: 'softmax' | 'sigmoid',
  role: Role,
): Judgement {
  const join = activation === 'softmax' ? (one: number, other: number) => Math.min(1, one + other) : Math.max;
  const scores = new Map<Hazard, number>();
  for (const { hazard } of meanings) if (hazard !== null) scores.set(hazard, 0);
  let score = 0;
  for (const shares of windows) {
    const here = new Map<Hazard, number>();
    let harmful = 0;
    for (const [label, { hazard, sparesUsers }] of meanings.entries()) {
      if (hazard === null || (sparesUsers && role === 'user')) continue;
      const share = shares[label] ?? 0;
      here.set(hazard, join(here.get(hazard) ?? 0, share));
      harmful = join(harmful, share);
    }
    for (const [hazard, share] of here) scores.set(hazard, Math.max(scores.get(hazard) ?? 0, share));
    score = Math.max(score, harmful);
  }
  const findings = [...scores].map(([name, share]) => ({ name, score: share }));
  return { score, findings: findings.sort((one, other) => other.score - one.score) };
}
