import type { Condition, Rule } from '@tyrian/contracts';
import type { Check, Finding } from './finding.js';
import { canFire } from './firing.js';

/** Rules that can never fire, and parts of rules that add nothing. */
export const unreachable: Check = ({ own, policy }) =>
  own.flatMap((rule): Finding[] => {
    if (!canFire(rule, policy))
      return [
        {
          severity: 'error',
          code: 'never-fires',
          rule: rule.id,
          message: 'It can never fire: what it asks for excludes or excuses itself',
          todo: 'Look for an audience, stage or role that contradicts the one around it, and for a "not" that takes away what the rule needs; or remove the rule',
        },
      ];
    return [...narrowed(rule.when)]
      .filter(({ when }) => !canFire({ ...rule, when }, policy))
      .map(({ what, code }) => ({
        severity: 'warning',
        code,
        rule: rule.id,
        message: `${what} can never make it fire`,
        todo: 'Remove it, or correct what stands around it',
      }));
  });

interface Narrowed {
  readonly what: string;
  readonly code: string;
  readonly when: Condition;
}

/** The condition with one alternative alone: one branch of an `any`, one audience, one role. */
function* narrowed(condition: Condition): Generator<Narrowed> {
  const { any, all, audience, role } = condition;
  if (any && any.length > 1)
    for (const [index, branch] of any.entries())
      yield { what: `Branch ${index + 1} of "any"`, code: 'dead-branch', when: { ...condition, any: [branch] } };
  if (audience && audience.length > 1)
    for (const one of audience)
      yield { what: `Audience ${one}`, code: 'unreachable-audience', when: { ...condition, audience: [one] } };
  if (role && role.length > 1)
    for (const one of role)
      yield { what: `Role ${one}`, code: 'unreachable-role', when: { ...condition, role: [one] } };
  for (const key of ['any', 'all'] as const)
    for (const [index, part] of (key === 'any' ? (any ?? []) : (all ?? [])).entries())
      for (const inner of narrowed(part)) {
        const parts =
          key === 'any' ? [inner.when] : (all ?? []).map((other, at) => (at === index ? inner.when : other));
        yield { ...inner, when: { ...condition, [key]: parts } };
      }
}

/** Rules that fire on everything, or whose selectors select nothing. */
export const unfounded: Check = ({ own }) =>
  own.flatMap((rule: Rule): Finding[] => {
    const findings: Finding[] = [];
    if (rule.then !== 'allow' && !asksForAnything(rule.when))
      findings.push({
        severity: 'warning',
        code: 'fires-always',
        rule: rule.id,
        message: `It asks for nothing that is seen, so it fires on everything at its stage and for its audience: all of it gets ${rule.then}`,
        todo: 'Name a hazard, an attribute, a maturity or a gap, unless this is meant',
      });
    if (narrowsNothing(rule.when))
      findings.push({
        severity: 'warning',
        code: 'narrows-nothing',
        rule: rule.id,
        message: '"role", "detector", "rule" or "within" stand where there is no evidence for them to narrow',
        todo: 'Put them beside the hazard, attribute, maturity or gap that they are about',
      });
    return findings;
  });

function asksForAnything({ hazard, attribute, maturity, gap, all = [], any = [] }: Condition): boolean {
  return Boolean(hazard ?? attribute ?? maturity ?? gap) || all.some(asksForAnything) || any.some(asksForAnything);
}

function narrowsNothing(condition: Condition): boolean {
  const { role, detector, rule, within, all = [], any = [], not } = condition;
  const narrows = role ?? detector ?? rule ?? within;
  if (narrows !== undefined && !asksForAnything(condition)) return true;
  return [...all, ...any, ...(not ? [not] : [])].some(narrowsNothing);
}
