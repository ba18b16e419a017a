import { type Condition, DECISIONS, type Explanation, type Policy, type Rule } from '@tyrian/contracts';
import { canonicalJson } from '../../policy/load.js';
import { compileRule } from '../../policy/rule.js';
import type { Check, Finding } from './finding.js';
import { firingEvidence, settingsOf } from './firing.js';

/** Rules without effect: wherever they fire, another one does as much or more. */
export const shadowed: Check = ({ own, policy }) =>
  own.flatMap((rule): Finding[] => {
    if (rule.then === 'allow')
      return rule.help
        ? []
        : [
            {
              severity: 'warning',
              code: 'no-effect',
              rule: rule.id,
              message: 'A rule that allows undoes no other rule, since the most severe outcome wins',
              todo: 'Put an exception into the other rule, as its "not"; or give this one "help: true"',
            },
          ];
    const by = shadowsOf(rule, policy);
    if (by.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: 'shadowed',
        rule: rule.id,
        message: `Wherever it fires, ${by.join(' or ')} fires too and decides at least as much`,
        todo: 'Remove it, or narrow the other rule',
      },
    ];
  });

/** The rules that together do whatever this one does; none where it decides something by itself. */
function shadowsOf(rule: Rule, policy: Policy): readonly string[] {
  const order = policy.rules.map(({ id }) => id);
  const rivals = policy.rules.filter(
    (other) =>
      other.id !== rule.id &&
      isAsSevere(other, rule, policy, order.indexOf(other.id) < order.indexOf(rule.id)) &&
      isSteady(other.when, rule.when),
  );
  const by = new Set<string>();
  for (const setting of settingsOf(policy)) {
    const compiled = rivals.map((rival) => compileRule(rival, setting)).filter((one) => one !== undefined);
    for (const evidence of firingEvidence(rule, setting)) {
      const found = compiled.find((rival) => rival.fire(evidence));
      if (!found) return [];
      by.add(found.rule.id);
    }
  }
  return [...by];
}

const TELLS: readonly Explanation[] = ['nothing', 'hazard', 'words'];

function isAsSevere(other: Rule, rule: Rule, policy: Policy, isFirst: boolean): boolean {
  const weight = ({ then }: Rule) => DECISIONS.indexOf(then === 'hold' && !policy.hold.enabled ? 'refuse' : then);
  const mode = ({ locked, mode }: Rule) => (locked ? 'enforce' : (mode ?? policy.mode));
  if (mode(other) !== 'enforce' && mode(other) !== mode(rule)) return false;
  if (rule.locked && !other.locked) return false;
  if (rule.help && !other.help) return false;
  if (TELLS.indexOf(other.explain) > TELLS.indexOf(rule.explain)) return false;
  if (weight(other) !== weight(rule)) return weight(other) > weight(rule);
  return isFirst && other.replacement === rule.replacement && other.subject === rule.subject;
}

/** More evidence never stops a rule without `not`; one with the very same `not` stops where this one stops. */
function isSteady(other: Condition, rule: Condition): boolean {
  if (!hasNot(other)) return true;
  return (
    other.not !== undefined &&
    canonicalJson(other.not) === canonicalJson(rule.not ?? null) &&
    !hasNot({ ...other, not: undefined })
  );
}

function hasNot({ not, all = [], any = [] }: Condition): boolean {
  return not !== undefined || [...all, ...any].some(hasNot);
}
