import { type Condition, Hazard, type Rule } from '@tyrian/contracts';
import { isSetAside } from './bands.js';
import type { Evidence } from './evidence.js';

/** The hazards that rules act on: those they look for outside `not`. */
export function actedOn(rules: readonly Rule[]): ReadonlySet<string> {
  const hazards = new Set<string>();
  for (const rule of rules) {
    collect(rule.when, hazards);
    const subject = Hazard.safeParse(rule.subject);
    if (subject.success) hazards.add(subject.data);
  }
  return hazards;
}

function collect(condition: Condition, into: Set<string>): void {
  for (const hazard of condition.hazard ?? []) into.add(hazard);
  for (const part of [...(condition.all ?? []), ...(condition.any ?? [])]) collect(part, into);
}

/** The highest probability among this stage's signals of those hazards; what is set aside counts where locked rules act on it. */
export function scoreOf(
  evidence: Evidence,
  hazards: ReadonlySet<string>,
  lockedHazards: ReadonlySet<string> = hazards,
): number {
  let highest = 0;
  for (let i = 0; i < evidence.fresh; i++) {
    const signal = evidence.signals[i];
    if (signal?.kind !== 'hazard' || !(isSetAside(signal) ? lockedHazards : hazards).has(signal.name)) continue;
    highest = Math.max(highest, evidence.calibrate?.(signal.detector, signal.score) ?? signal.score);
  }
  return highest;
}
