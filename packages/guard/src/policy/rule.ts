import type { Decision, PolicyMode, Reason, Rule } from '@tyrian/contracts';
import { compileCondition, type Setting } from './condition.js';
import type { Evidence, Match } from './evidence.js';
import { NOTHING_NEEDED } from './evidence.js';

/** A rule that fired. */
export interface Firing {
  readonly rule: Rule;
  readonly match: Match;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly mode: PolicyMode;
  fire(evidence: Evidence): Firing | undefined;
}

/** Compiles a rule for a setting; undefined where it can never fire there. */
export function compileRule(rule: Rule, setting: Setting): CompiledRule | undefined {
  const evaluate = compileCondition(rule.when, { ...setting, atLeast: rule.atLeast, locked: rule.locked });
  if (!evaluate) return undefined;
  return {
    rule,
    mode: rule.locked ? 'enforce' : (rule.mode ?? setting.policy.mode),
    fire(evidence) {
      const match = evaluate(evidence);
      return match && isNews(match, evidence) ? { rule, match } : undefined;
    },
  };
}

/**
 * A rule fires at a stage only by something that was seen at that stage: an answer is not refused because its prompt,
 * which was let through, is looked at a second time.
 */
function isNews(match: Match, evidence: Evidence): boolean {
  return match === NOTHING_NEEDED || match.gaps.length > 0 || match.signals.some((index) => index < evidence.fresh);
}

/** The firing as the verdict tells it. */
export function toReason({ rule, match }: Firing, decision: Decision, enforced: boolean, evidence: Evidence): Reason {
  const seen = match.signals.map((index) => evidence.signals[index]).find((signal) => signal?.kind !== 'attribute');
  const subject = rule.subject ?? seen?.name;
  return {
    rule: rule.id,
    decision,
    ...(subject && { subject }),
    ...(match.gaps[0] && { gap: match.gaps[0].gap }),
    locked: rule.locked,
    enforced,
    explanation: rule.explain,
    help: rule.help,
    signals: match.signals,
  };
}
