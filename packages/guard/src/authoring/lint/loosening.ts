import { DECISIONS, type Decision, type Policy } from '@tyrian/contracts';
import { diffPolicies } from '../diff.js';
import type { Check, Finding } from './finding.js';

/** Where a policy lets through more than the one that it extends. Locked rules cannot be loosened; others can. */
export const loosening: Check = ({ base, own, policy }) => {
  if (!base) return [];
  const replaced = new Map(base.rules.map((rule) => [rule.id, rule]));
  const findings: Finding[] = own
    .filter(({ id }) => replaced.has(id))
    .flatMap((rule) => {
      const rules = policy.rules.map((other) => (other.id === rule.id ? (replaced.get(rule.id) ?? other) : other));
      const looser = looserOutcome({ ...policy, rules }, policy);
      return looser === undefined
        ? []
        : [
            {
              severity: 'warning' as const,
              code: 'loosens-base',
              rule: rule.id,
              message: `It lets through more than the rule of ${base.id} that it replaces: ${looser}`,
              todo: `Give it an id of its own to keep both, or see all of it with "tyrian policy diff ${base.id} ${policy.id}"`,
            },
          ];
    });
  const settings = looserOutcome(base, { ...policy, rules: base.rules });
  if (settings !== undefined)
    findings.push({
      severity: 'warning',
      code: 'loosens-base',
      message: `Its settings let through more than those of ${base.id}: ${settings}`,
      todo: 'Compare mode, strictness, bands, unknownAudience and hold with those of the base',
    });
  return findings;
};

/** The first outcome that became less severe, in words. */
function looserOutcome(before: Policy, after: Policy): string | undefined {
  const looser = diffPolicies(before, after).outcomes.find((row) => weightOf(row.after) < weightOf(row.before));
  if (!looser) return undefined;
  return `${looser.what[0]} for ${looser.audiences.join(', ')} at ${looser.stages.join(' and ')} was ${looser.before}, is ${looser.after}`;
}

/** An outcome begins with its decision. */
function weightOf(outcome: string): number {
  return DECISIONS.indexOf(outcome.split(' ', 1)[0] as Decision);
}
