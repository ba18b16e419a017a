import { type Condition, Hazard, type Policy } from '@tyrian/contracts';
import { actedOn } from '../../policy/score.js';
import type { Check, Finding } from './finding.js';

/** Rules whose outcome or excuse is not what it looks like. */
export const outcomes: Check = ({ own, policy }) =>
  own.flatMap((rule): Finding[] => {
    const findings: Finding[] = [];
    if (rule.then === 'hold' && !policy.hold.enabled)
      findings.push({
        severity: 'warning',
        code: 'hold-is-off',
        rule: rule.id,
        message: 'Holds are off in this policy, so what it would hold is refused',
        todo: 'Set hold: { enabled: true }, or say refuse',
      });
    if (rule.then === 'repair' && !seesSpans(rule.when))
      findings.push({
        severity: 'error',
        code: 'repairs-nothing',
        rule: rule.id,
        message:
          'Only what a hazard or a maturity was seen in can be taken out; attributes and gaps leave nothing to repair',
        todo: 'Name the hazard or maturity that is to go, or refuse',
      });
    if (rule.then !== 'allow' && hasWideExcuse(rule.when, undefined))
      findings.push({
        severity: 'warning',
        code: 'excuse-without-bounds',
        rule: rule.id,
        message: 'One excusing word anywhere in the conversation excuses everything in it',
        todo: 'Say within: content, or a number of characters, inside "not"',
      });
    return findings;
  });

function seesSpans({ hazard, maturity, all = [], any = [] }: Condition): boolean {
  return Boolean(hazard ?? maturity) || all.some(seesSpans) || any.some(seesSpans);
}

function hasWideExcuse({ not, within, all = [], any = [] }: Condition, around: Condition['within']): boolean {
  const reach = not?.within ?? within ?? around;
  if (not?.attribute && (reach === undefined || reach === 'generation')) return true;
  return [...all, ...any].some((part) => hasWideExcuse(part, undefined));
}

/** Bands that nobody reads, and hazards that no rule acts on. */
export const hazards: Check = ({ policy, given }) => {
  const acted = actedOn(policy.rules);
  const findings: Finding[] = Object.keys(Object(Object(given).bands))
    .filter((name) => name !== 'default' && !acted.has(name))
    .map((name) => ({
      severity: 'warning',
      code: 'unused-band',
      message: `No rule acts on ${name}, so its band is read by nobody`,
      todo: 'Remove the band, or add a rule',
    }));
  const left = Hazard.options.filter((name) => !acted.has(name));
  if (left.length > 0)
    findings.push({
      severity: 'hint',
      code: 'hazard-without-rule',
      message: `No rule acts on ${left.join(', ')}: what is seen of it passes`,
      todo: 'Nothing, where that is meant',
    });
  return findings;
};

/** A demand that decides nothing: who counts as an adult is treated like everybody else. */
export const assurance: Check = ({ policy }) => {
  if (!policy.assurance?.adult || tellsAdultsApart(policy)) return [];
  return [
    {
      severity: 'hint',
      code: 'assurance-without-effect',
      message: 'It demands an assurance for adults, and decides for adults as for everybody else',
      todo: 'Remove assurance, or give adults another strictness or rules of their own',
    },
  ];
};

function tellsAdultsApart({ strictness, unknownAudience, rules }: Policy): boolean {
  return strictness.adult !== strictness[unknownAudience] || rules.some(({ when }) => namesAudience(when));
}

function namesAudience({ audience, all = [], any = [], not }: Condition): boolean {
  return audience !== undefined || [...all, ...any, ...(not ? [not] : [])].some(namesAudience);
}
