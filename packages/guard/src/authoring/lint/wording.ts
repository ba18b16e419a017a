import type { Condition, Rule } from '@tyrian/contracts';
import { z } from 'zod';
import type { Check, Finding } from './finding.js';

const GivenRules = z.object({ rules: z.array(z.looseObject({ id: z.string() })) });

/** What a person who is refused would not be told, or could not read. */
export const wording: Check = ({ own, given }) => {
  const written = new Map(GivenRules.parse(given).rules.map((rule) => [rule.id, rule]));
  return own.flatMap((rule): Finding[] => {
    const findings: Finding[] = [];
    if (rule.title === undefined)
      findings.push({
        severity: 'hint',
        code: 'missing-title',
        rule: rule.id,
        message: 'It has no title, so the usage policy cannot say what it is about',
        todo: 'Give it a title that says what is not allowed, for whom',
      });
    if (rule.then === 'allow') return findings;
    if (rule.then !== 'repair' && !Object.hasOwn(written.get(rule.id) ?? {}, 'explain'))
      findings.push({
        severity: 'hint',
        code: 'missing-explain',
        rule: rule.id,
        message: 'It does not say how much of a refusal is told; the hazard is',
        todo: 'Say explain: nothing, hazard or words',
      });
    if (rule.subject === undefined && isAboutNothing(rule))
      findings.push({
        severity: 'warning',
        code: 'missing-subject',
        rule: rule.id,
        message: 'It composes no hazard and no maturity, so a refusal cannot say what it is about',
        todo: 'Give it a subject: a hazard, or an axis of maturity',
      });
    else if (rule.subject === undefined && composes(rule.when))
      findings.push({
        severity: 'hint',
        code: 'missing-subject',
        rule: rule.id,
        message: 'It composes an attribute with something else; the refusal names the something else alone',
        todo: 'Give it a subject where that is not what the refusal is about',
      });
    return findings;
  });
};

function isAboutNothing({ when }: Rule): boolean {
  return sees(when, 'attribute') && !sees(when, 'hazard') && !sees(when, 'maturity') && !sees(when, 'gap');
}

function composes(when: Condition): boolean {
  return sees(when, 'attribute');
}

function sees(condition: Condition, kind: 'attribute' | 'hazard' | 'maturity' | 'gap'): boolean {
  const { all = [], any = [] } = condition;
  return condition[kind] !== undefined || [...all, ...any].some((part) => sees(part, kind));
}
