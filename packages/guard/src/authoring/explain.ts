import {
  AUDIENCES,
  type Condition,
  DECISIONS,
  type Decision,
  type Policy,
  type Rule,
  type Signal,
} from '@tyrian/contracts';
import { countsFrom } from '../policy/bands.js';
import { compilePolicy, type Judgement, type Subject } from '../policy/evaluate.js';
import type { Evidence } from '../policy/evidence.js';
import { compileRule } from '../policy/rule.js';
import { nameOf } from './names.js';

export interface PolicyExplanation {
  readonly judgement: Judgement;
  /** Rules that did not fire and would have, had one thing been otherwise. */
  readonly nearly: readonly { readonly rule: string; readonly decision: Decision; readonly had: string }[];
  /** Changes after which it would be decided more mildly, as tried. */
  readonly milder: readonly { readonly change: string; readonly decision: Decision }[];
}

/** Why a policy decides as it does on some evidence: what fired, what nearly did, and what would pass. */
export function explainDecision(policy: Policy, evidence: Evidence, subject: Subject): PolicyExplanation {
  const judgement = compilePolicy(policy)(evidence, subject);
  return {
    judgement,
    nearly: nearMisses(policy, evidence, subject, judgement),
    milder: milder(policy, evidence, subject, judgement),
  };
}

function nearMisses(policy: Policy, evidence: Evidence, { stage, audience }: Subject, { reasons }: Judgement) {
  const fired = new Set(reasons.map(({ rule }) => rule));
  const settingFor = (given: Subject['audience']) => ({
    policy,
    stage,
    given,
    audience: given === 'unknown' ? policy.unknownAudience : given,
    excusing: false,
  });
  const fires = (rule: Rule, seen = evidence, given = audience) => compileRule(rule, settingFor(given))?.fire(seen);
  return policy.rules
    .filter(({ id }) => !fired.has(id))
    .flatMap((rule) => {
      const had: string[] = [];
      if (fires({ ...rule, when: relaxed(rule.when, withoutNot) })) had.push('it not been excused');
      if (fires({ ...rule, when: relaxed(rule.when, anywhere) })) had.push('the signs stood nearer together');
      const surer = fires(rule, { ...evidence, signals: evidence.signals.map((signal) => ({ ...signal, score: 1 })) });
      if (surer) {
        const { audience: reader } = settingFor(audience);
        const doubtful = surer.match.signals
          .map((index) => evidence.signals[index])
          .filter((signal) => signal !== undefined)
          .map((signal) => ({
            signal,
            from: countsFrom(hazardOf(signal), { policy, audience: reader, atLeast: rule.atLeast }),
          }))
          .filter(({ signal, from }) => signal.score < from)
          .map(({ signal, from }) => `${signalName(signal)} scored ${from}, not ${signal.score}`);
        had.push(doubtful.length > 0 ? [...new Set(doubtful)].join(' and ') : 'what was seen been surer');
      }
      if (fires({ ...rule, when: relaxed(rule.when, oneDegreeLess) })) had.push('it been rated one degree higher');
      const others = AUDIENCES.filter((other) => other !== audience && fires(rule, evidence, other));
      if (others.length > 0) had.push(`it been for ${others.join(' or ')}`);
      return had.map((one) => ({ rule: rule.id, decision: rule.then, had: one }));
    });
}

type Relaxing = (condition: Condition) => Condition;

function relaxed(condition: Condition, relax: Relaxing): Condition {
  const { all, any, ...own } = relax(condition);
  return {
    ...own,
    ...(all && { all: all.map((part) => relaxed(part, relax)) }),
    ...(any && { any: any.map((part) => relaxed(part, relax)) }),
  };
}

const withoutNot: Relaxing = ({ not: _, ...rest }) => rest;
const anywhere: Relaxing = (condition) =>
  // An excuse without bounds of its own takes those around it, which must stay as they are.
  condition.not === undefined || condition.not.within !== undefined
    ? { ...condition, within: 'generation' }
    : condition;
const oneDegreeLess: Relaxing = ({ maturity, ...rest }) =>
  maturity && maturity.atLeast > 1
    ? { ...rest, maturity: { ...maturity, atLeast: (maturity.atLeast - 1) as typeof maturity.atLeast } }
    : { ...rest, ...(maturity && { maturity }) };

function milder(policy: Policy, evidence: Evidence, subject: Subject, { decision, reasons }: Judgement) {
  if (decision === 'allow') return [];
  const judge = compilePolicy(policy);
  const isMilder = (other: Decision) => DECISIONS.indexOf(other) < DECISIONS.indexOf(decision);
  const changes: { change: string; decision: Decision }[] = [];
  const contributing = new Map<string, Set<number>>();
  for (const reason of reasons.filter((one) => one.enforced && one.decision !== 'allow'))
    for (const index of reason.signals) {
      const signal = evidence.signals[index];
      if (!signal) continue;
      const name = signalName(signal);
      contributing.set(name, (contributing.get(name) ?? new Set()).add(index));
    }
  const without = (names: readonly string[]) => {
    const gone = new Set(names.flatMap((name) => [...(contributing.get(name) ?? [])]));
    const found = judge(withoutSignals(evidence, gone), subject).decision;
    if (isMilder(found)) changes.push({ change: `without ${names.join(' and ')}`, decision: found });
  };
  for (const name of contributing.keys()) without([name]);
  if (changes.length === 0 && contributing.size > 1) without([...contributing.keys()]);
  for (const audience of AUDIENCES) {
    if (audience === subject.audience) continue;
    const found = judge(evidence, { ...subject, audience }).decision;
    if (isMilder(found)) changes.push({ change: `for ${audience}`, decision: found });
  }
  return changes;
}

function withoutSignals(evidence: Evidence, gone: ReadonlySet<number>): Evidence {
  const kept = evidence.signals.map((signal, index) => ({ signal, index })).filter(({ index }) => !gone.has(index));
  return {
    ...evidence,
    signals: kept.map(({ signal }) => signal),
    fresh: kept.filter(({ index }) => index < evidence.fresh).length,
  };
}

function hazardOf(signal: Signal) {
  return signal.kind === 'hazard' ? signal.name : undefined;
}

/** A signal for people: `S1 violent crimes`, `sexual 2`, `minor`. */
function signalName(signal: Signal): string {
  return signal.kind === 'maturity' ? `${signal.name} ${signal.degree}` : nameOf(signal.name);
}
