import {
  type Audience,
  type Coverage,
  type Decision,
  mostSevere,
  type Policy,
  type Reason,
  type Stage,
  type Verdict,
} from '@tyrian/contracts';
import type { Setting } from './condition.js';
import type { Evidence } from './evidence.js';
import { maturityOf } from './maturity.js';
import { repairsOf } from './repairs.js';
import { type CompiledRule, compileRule, type Firing, toReason } from './rule.js';
import { actedOn, hazardsThatFired, scoreOf } from './score.js';

/** The part of a verdict that the policy gives. */
export type Judgement = Pick<
  Verdict,
  'decision' | 'proposed' | 'score' | 'maturity' | 'audience' | 'reasons' | 'repairs'
>;

export interface Subject {
  readonly stage: Stage;
  readonly audience: Audience;
  /** True where this account is in the canary's share. */
  readonly inCanary: boolean;
  /** True where scores are read strictly for every audience. */
  readonly strict?: boolean;
}

/** Judges evidence. Pure: the same evidence gives the same judgement. */
export type Judge = (evidence: Evidence, subject: Subject) => Judgement;

interface RulesOfSetting {
  readonly rules: readonly CompiledRule[];
  readonly hazards: ReadonlySet<string>;
  readonly lockedHazards: ReadonlySet<string>;
}

const STRICT: Policy['strictness'] = { child: 'strict', teen: 'strict', adult: 'strict' };

/** Compiles a policy once; rules that cannot fire for a stage and audience fall away the first time it is asked for. */
export function compilePolicy(policy: Policy): Judge {
  const compiled = new Map<string, RulesOfSetting>();

  function rulesFor(stage: Stage, given: Audience, isStrict: boolean) {
    const key = `${stage} ${given} ${isStrict}`;
    let found = compiled.get(key);
    if (!found) {
      const audience = given === 'unknown' ? policy.unknownAudience : given;
      const read = isStrict ? { ...policy, strictness: STRICT } : policy;
      const setting: Setting = { policy: read, stage, audience, given, excusing: false };
      const rules = policy.rules.map((rule) => compileRule(rule, setting)).filter((rule) => rule !== undefined);
      const all = rules.map(({ rule }) => rule);
      found = { rules, hazards: actedOn(all), lockedHazards: actedOn(all.filter(({ locked }) => locked)) };
      compiled.set(key, found);
    }
    return found;
  }

  return (evidence, { stage, audience, inCanary, strict = false }) => {
    const { rules, hazards, lockedHazards } = rulesFor(stage, audience, strict);
    const reasons: Reason[] = failureReasons(evidence.coverage);
    const fired: Firing[] = [];
    const firings: Firing[] = [];
    for (const compiledRule of rules) {
      const firing = compiledRule.fire(evidence);
      if (!firing) continue;
      fired.push(firing);
      const decision = withHolds(firing.rule.then, policy);
      const enforced = compiledRule.mode === 'enforce' || (compiledRule.mode === 'canary' && inCanary);
      reasons.push(toReason(firing, decision, enforced, evidence));
      if (enforced) firings.push(firing);
    }
    const decision = severest(reasons.filter((reason) => reason.enforced));
    return {
      decision,
      proposed: severest(reasons),
      score: scoreOf(evidence, new Set([...hazards, ...hazardsThatFired(fired, evidence)]), lockedHazards),
      maturity: maturityOf(evidence, policy),
      audience,
      reasons,
      repairs: repairsOf(firings, evidence),
    };
  };
}

function severest(reasons: readonly Reason[]): Decision {
  return reasons.reduce<Decision>((worst, reason) => mostSevere(worst, reason.decision), 'allow');
}

function withHolds(decision: Decision, policy: Policy): Decision {
  return decision === 'hold' && !policy.hold.enabled ? 'refuse' : decision;
}

/** A detector that broke fails closed, whatever the policy says. */
function failureReasons(coverage: readonly Coverage[]): Reason[] {
  if (!coverage.some((entry) => entry.status === 'failed')) return [];
  return [
    {
      rule: 'coverage.failed',
      decision: 'refuse',
      locked: true,
      enforced: true,
      explanation: 'nothing',
      help: false,
      signals: [],
    },
  ];
}
