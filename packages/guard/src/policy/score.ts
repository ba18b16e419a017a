import { type Condition, Hazard, type Rule } from '@tyrian/contracts';
import { isSetAside } from './bands.js';
import type { Evidence, Match } from './evidence.js';

/** The hazards that rules act on: those that are enough for one of them by themselves. */
export function actedOn(rules: readonly Rule[]): ReadonlySet<string> {
  const hazards = new Set<string>();
  for (const rule of rules) {
    for (const hazard of enoughFor(rule.when) ?? []) hazards.add(hazard);
    const subject = Hazard.safeParse(rule.subject);
    if (subject.success) hazards.add(subject.data);
  }
  return hazards;
}

/**
 * Hazards of which one by itself makes a condition hold; undefined where it wants nothing to be seen. What it wants beside
 * a hazard makes that hazard no reason by itself: explicit text is none without a minor.
 */
function enoughFor({ hazard, attribute, maturity, gap, all = [], any }: Condition): readonly string[] | undefined {
  const wanted = [
    hazard,
    attribute || maturity || gap ? [] : undefined,
    ...all.map(enoughFor),
    any?.flatMap((part) => enoughFor(part) ?? []),
  ].filter((one) => one !== undefined);
  return wanted.length > 1 ? [] : wanted[0];
}

/** The hazards of what made rules fire, alone or with something else. */
export function hazardsThatFired(firings: readonly { readonly match: Match }[], { signals }: Evidence): Set<string> {
  const hazards = new Set<string>();
  for (const { match } of firings)
    for (const at of match.signals) {
      const signal = signals[at];
      if (signal?.kind === 'hazard') hazards.add(signal.name);
    }
  return hazards;
}

/**
 * How likely it is that one of those hazards is there: the highest probability that each detector gives one, put together
 * as what each may be wrong about by itself. What is set aside counts where locked rules act on it.
 */
export function scoreOf(
  evidence: Evidence,
  hazards: ReadonlySet<string>,
  lockedHazards: ReadonlySet<string> = hazards,
): number {
  const surest = new Map<string, number>();
  for (let i = 0; i < evidence.fresh; i++) {
    const signal = evidence.signals[i];
    if (signal?.kind !== 'hazard' || !(isSetAside(signal) ? lockedHazards : hazards).has(signal.name)) continue;
    const probability = evidence.calibrate?.(signal.detector, signal.score) ?? signal.score;
    surest.set(signal.detector, Math.max(surest.get(signal.detector) ?? 0, probability));
  }
  // The one of a single detector stays what it is, to the last digit.
  if (surest.size <= 1) return surest.values().next().value ?? 0;
  let doubt = 1;
  for (const probability of surest.values()) doubt *= 1 - probability;
  return 1 - doubt;
}
