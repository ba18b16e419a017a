import type { Condition, Policy, Signal } from '@tyrian/contracts';
import type { Detector } from '../detector.js';

/** What somebody has switched off, by name. */
export interface Switches {
  readonly detectors: readonly string[];
  /** Languages of lexicons. */
  readonly lexicons: readonly string[];
  readonly rules: readonly string[];
}

export interface Switched {
  readonly running: readonly Detector[];
  /** Not run at all. */
  readonly stopped: readonly Detector[];
  /** Whether what a detector saw counts for locked rules only; absent where nothing is off. */
  readonly isMuted?: ((signal: Signal) => boolean) | undefined;
}

/**
 * A switch never blinds a locked rule: a detector that one rests on goes on looking, and what it sees counts for locked
 * rules only. Any other detector that is off is not run.
 */
export function applySwitches(detectors: readonly Detector[], switches: Switches, policy: Policy): Switched {
  const off = new Set(switches.detectors);
  if (off.size === 0 && switches.rules.length === 0 && switches.lexicons.length === 0)
    return { running: detectors, stopped: [] };
  const needed = namesLockedRulesNeed(policy);
  const isStopped = (detector: Detector) => off.has(detector.id) && !isNeeded(detector, needed);
  const rules = new Set(switches.rules);
  const languages = new Set(switches.lexicons);
  const languageOf = new Map(
    detectors.flatMap(({ rules = [] }) => rules.map(({ id, language }) => [id, language] as const)),
  );
  const isOffByRule = (rule: string) => rules.has(rule) || languages.has(languageOf.get(rule) ?? '');
  return {
    running: detectors.filter((detector) => !isStopped(detector)),
    stopped: detectors.filter(isStopped),
    // What several rules say alike counts as long as one of them is on.
    isMuted: ({ detector, rule, alsoRules = [] }) =>
      off.has(detector) || (rule !== undefined && isOffByRule(rule) && alsoRules.every(isOffByRule)),
  };
}

/** Whether a locked rule of the policy rests on what this detector can see. */
export function isNeededByLockedRules(detector: Detector, policy: Policy): boolean {
  return isNeeded(detector, namesLockedRulesNeed(policy));
}

function isNeeded(detector: Detector, needed: ReadonlySet<string>): boolean {
  return detector.covers.some(({ kind, name }) => needed.has(`${kind} ${name}`) || needed.has(kind));
}

function namesLockedRulesNeed({ rules }: Policy): ReadonlySet<string> {
  const names = new Set<string>();
  for (const rule of rules) if (rule.locked) collect(rule.when, names);
  return names;
}

/** What excuses is needed too: without it a locked rule would refuse what it should not. */
function collect({ hazard = [], attribute = [], maturity, all = [], any = [], not }: Condition, into: Set<string>) {
  for (const name of hazard) into.add(`hazard ${name}`);
  for (const name of attribute) into.add(`attribute ${name}`);
  if (maturity && !maturity.axis) into.add('maturity');
  for (const name of maturity?.axis ?? []) into.add(`maturity ${name}`);
  for (const part of [...all, ...any, ...(not ? [not] : [])]) collect(part, into);
}
