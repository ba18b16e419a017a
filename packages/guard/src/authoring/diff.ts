import { AUDIENCES, type Audience, type Decision, type Policy, type Rule, Stage } from '@tyrian/contracts';
import { compilePolicy, type Judge, type Subject } from '../policy/evaluate.js';
import type { Evidence } from '../policy/evidence.js';
import { canonicalJson } from '../policy/load.js';
import { type Change, type ChangedOutcome, toRows } from './changed-outcomes.js';
import { scenariosOf } from './scenarios.js';
import { scoreSteps } from './score-steps.js';
import { stageEvidence } from './stage-evidence.js';

export interface PolicyDiff {
  readonly rules: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly rule: string; readonly fields: readonly string[] }[];
  };
  readonly settings: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
  /** Every outcome that is another, like ones together. */
  readonly outcomes: readonly ChangedOutcome[];
  /** How many combinations were judged by both. */
  readonly compared: number;
}

const SETTINGS = ['mode', 'canaryPercent', 'unknownAudience', 'assurance', 'strictness', 'bands', 'hold'] as const;
/** These say for whom something is decided, not what. */
const ABOUT_WHOM: readonly string[] = ['canaryPercent', 'assurance'];

/**
 * What changes between two policies: rules, settings, and what is decided. Outcomes are found by judging with both
 * everything that their closed sets of predicates can tell apart, not by comparing texts.
 */
export function diffPolicies(before: Policy, after: Policy): PolicyDiff {
  const settings = SETTINGS.filter((name) => !isSame(before[name], after[name])).map((name) => ({
    name,
    before: before[name],
    after: after[name],
  }));
  const rules = diffRules(before.rules, after.rules);
  const touched = new Set([...rules.added, ...rules.removed, ...rules.changed.map(({ rule }) => rule)]);
  const isWhole = settings.some(({ name }) => !ABOUT_WHOM.includes(name));
  if (touched.size === 0 && !isWhole) return { rules, settings, outcomes: [], compared: 0 };
  const isTouched = isWhole ? undefined : touchedIn([before, after], touched);
  return { rules, settings, ...compare(before, after, isTouched) };
}

/** Whether any rule that differs fires: where none does, nothing can have changed. */
type IsTouched = (evidence: Evidence, subject: Subject) => boolean;

function touchedIn(policies: readonly Policy[], touched: ReadonlySet<string>): IsTouched {
  const judges = policies
    .map((policy) => ({ ...policy, rules: policy.rules.filter(({ id }) => touched.has(id)) }))
    .map(compilePolicy);
  return (evidence, subject) => judges.some((judge) => judge(evidence, subject).reasons.length > 0);
}

function compare(before: Policy, after: Policy, isTouched: IsTouched | undefined) {
  const [first, second] = [compilePolicy(before), compilePolicy(after)];
  const changes: Change[] = [];
  let compared = 0;
  for (const { what, sketch, role, simpler } of scenariosOf([before, after]))
    for (const step of scoreSteps([before, after]))
      for (const stage of Stage.options) {
        const evidence = stageEvidence(sketch, { stage, scoreOf: () => step.from, role });
        if (!evidence || evidence.fresh + evidence.coverage.length === 0) continue;
        for (const audience of AUDIENCES) {
          compared++;
          const subject = { stage, audience, inCanary: true };
          if (isTouched && !isTouched(evidence, subject)) continue;
          const [was, is] = [outcome(first, evidence, subject), outcome(second, evidence, subject)];
          if (was !== is) changes.push({ what, simpler, stage, audience, step, before: was, after: is });
        }
      }
  return { outcomes: toRows(changes), compared };
}

/** The decision, and what it would be where a rule only watches. */
function outcome(judge: Judge, evidence: Evidence, subject: Subject & { audience: Audience }): string {
  const { decision, proposed, reasons } = judge(evidence, subject);
  const help = reasons.some((reason) => reason.enforced && reason.help);
  return describeOutcome(decision, proposed, help);
}

function describeOutcome(decision: Decision, proposed: Decision, help: boolean): string {
  return `${decision}${proposed === decision ? '' : ` (${proposed} only watched)`}${help ? ' with help' : ''}`;
}

function diffRules(before: readonly Rule[], after: readonly Rule[]): PolicyDiff['rules'] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const now = new Map(after.map((rule) => [rule.id, rule]));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    removed: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    changed: after.flatMap((rule) => {
      const other = old.get(rule.id);
      const fields = other ? differingFields(other, rule) : [];
      return fields.length > 0 ? [{ rule: rule.id, fields }] : [];
    }),
  };
}

function differingFields(a: Rule, b: Rule): string[] {
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...one.keys(), ...other.keys()])].filter((field) => !isSame(one.get(field), other.get(field)));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson({ a }) === canonicalJson({ a: b });
}
