import type { Audience, Condition, Role, Signal, Stage } from '@tyrian/contracts';
import { counts, type ScoreReader } from './bands.js';
import { type Evidence, joinMatches, type Match, NOTHING_NEEDED } from './evidence.js';
import { companions, type Within } from './proximity.js';

/** Evaluates one condition; undefined where it does not hold. */
export type Evaluate = (evidence: Evidence) => Match | undefined;

/** What a condition is compiled for. Stage and audience are fixed by then, so that most rules fall away at once. */
export interface Setting extends ScoreReader {
  readonly stage: Stage;
  /** What the conditions around this one have narrowed it to. */
  readonly narrowed?: Narrowing | undefined;
  /** Audience as it was given, for conditions that name `unknown`. */
  readonly given: Audience;
}

/** The evidence that a condition looks at; where a field is absent, all of it. */
interface Narrowing {
  readonly roles?: readonly Role[] | undefined;
  readonly detectors?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
}

type Pick = (signal: Signal) => boolean;

function signalPicks(condition: Condition, setting: Setting): Pick[] {
  const { hazard, attribute, maturity } = condition;
  const picks: Pick[] = [];
  if (hazard) {
    picks.push((s) => s.kind === 'hazard' && hazard.includes(s.name) && counts(s, setting));
  }
  if (attribute) {
    picks.push((s) => s.kind === 'attribute' && attribute.includes(s.name) && counts(s, setting));
  }
  if (maturity) {
    const { axis, atLeast } = maturity;
    picks.push(
      (s) => s.kind === 'maturity' && s.degree >= atLeast && (!axis || axis.includes(s.name)) && counts(s, setting),
    );
  }
  return picks;
}

function holdsForSetting(condition: Condition, setting: Setting): boolean {
  const { stage, audience } = condition;
  if (stage && stage !== setting.stage) return false;
  return !audience || audience.includes(setting.audience) || audience.includes(setting.given);
}

/** Compiles a condition for a stage and an audience; undefined where it can never hold there. */
export function compileCondition(condition: Condition, setting: Setting): Evaluate | undefined {
  if (!holdsForSetting(condition, setting)) return undefined;
  const { narrowed: around } = setting;
  const narrowed: Narrowing = {
    roles: narrow(condition.role, around?.roles),
    detectors: narrow(condition.detector, around?.detectors),
    rules: narrow(condition.rule, around?.rules),
  };
  const inner: Setting = { ...setting, narrowed };
  const all = condition.all?.map((part) => compileCondition(part, inner)) ?? [];
  if (!all.every((part) => part !== undefined)) return undefined;
  const any = condition.any?.map((part) => compileCondition(part, inner)).filter((part) => part !== undefined);
  if (any?.length === 0) return undefined;
  const not = condition.not && compileCondition(condition.not, { ...inner, excusing: !setting.excusing });
  const picks = signalPicks(condition, setting);
  const admits = admission(narrowed);
  const { gap, within = 'generation' } = condition;

  const compose = (evidence: Evidence, groups: (readonly number[])[]): Match | undefined => {
    let gaps = gap ? gapsIn(evidence, condition, narrowed) : [];
    if (gap && gaps.length === 0) return undefined;
    const take = (match: Match) => {
      if (match.signals.length > 0) groups.push(match.signals);
      if (match.gaps.length > 0) gaps = gaps.concat(match.gaps);
    };
    for (const part of all) {
      const match = part(evidence);
      if (!match) return undefined;
      take(match);
    }
    if (any) {
      const matches = any.map((part) => part(evidence)).filter((match) => match !== undefined);
      if (matches.length === 0) return undefined;
      take(matches.reduce(joinMatches));
    }
    const held = not ? withoutExcused(groups, not(evidence), evidence, condition.not?.within ?? within) : groups;
    const near = held && companions(held, evidence.signals, within);
    if (!near) return undefined;
    const signals = [...new Set(near.flat())];
    return signals.length === 0 && gaps.length === 0 ? NOTHING_NEEDED : { signals, gaps };
  };
  // Apart from the rest, since most conditions find nothing, and are then to cost no memory.
  return (evidence) => {
    const groups = selectAll(evidence, picks, admits);
    return groups && compose(evidence, groups);
  };
}

function narrow<Item>(own: readonly Item[] | undefined, around: readonly Item[] | undefined) {
  return own && around ? own.filter((item) => around.includes(item)) : (own ?? around);
}

/** Undefined where every signal is admitted, so that most conditions ask nothing. */
function admission({ roles, detectors, rules }: Narrowing): Pick | undefined {
  if (!roles && !detectors && !rules) return undefined;
  return (signal) =>
    (!roles || roles.includes(signal.role)) &&
    (!detectors || detectors.includes(signal.detector)) &&
    (!rules || isOfRule(signal, rules));
}

/** One rule of several that say the same is enough. */
function isOfRule({ rule, alsoRules }: Signal, rules: readonly string[]): boolean {
  if (rule === undefined) return false;
  return rules.includes(rule) || alsoRules?.some((other) => rules.includes(other)) === true;
}

function gapsIn(
  { coverage, roleOf, looksFor }: Evidence,
  { gap: wanted = [], language, unseen }: Condition,
  { roles, detectors }: Narrowing,
): Match['gaps'] {
  const gaps: Match['gaps'][number][] = [];
  for (const entry of coverage) {
    if (entry.status !== 'not-covered' || !wanted.includes(entry.gap)) continue;
    if (detectors && !detectors.includes(entry.detector)) continue;
    if (language && !language.some((tag) => isIn(entry.languages, tag))) continue;
    if (unseen && looksFor && !unseen.some((hazard) => looksFor(entry.detector, hazard))) continue;
    const role = roleOf(entry.place);
    if (!roles || (role !== undefined && roles.includes(role))) gaps.push({ place: entry.place, gap: entry.gap });
  }
  return gaps;
}

/** A tag stands for its own narrower ones, too: `zh` for `zh-Hant`. */
function isIn(languages: readonly string[] = [], wanted: string): boolean {
  if (languages.length === 0) return wanted === 'und';
  return languages.some((language) => language === wanted || language.startsWith(`${wanted}-`));
}

/**
 * What `not` found excuses the signals that stand near it, and no others: education in one message is no excuse for
 * another, nor is the first line of a long text for its last. Undefined where nothing is left to fire on.
 */
function withoutExcused(
  groups: readonly (readonly number[])[],
  excuse: Match | undefined,
  evidence: Evidence,
  within: Within,
): readonly (readonly number[])[] | undefined {
  if (!excuse) return groups;
  const found = [...new Set(groups.flat())];
  if (found.length === 0 || excuse.signals.length === 0 || within === 'generation') return undefined;
  const near = companions([found, excuse.signals], evidence.signals, within);
  const excused = new Set(near?.[0]);
  const left = groups.map((group) => group.filter((index) => !excused.has(index)));
  return left.some((group) => group.length === 0) ? undefined : left;
}

/** What each of the picks finds; undefined where one finds nothing. */
function selectAll(evidence: Evidence, picks: readonly Pick[], admits: Pick | undefined): number[][] | undefined {
  let groups: number[][] | undefined;
  for (const pick of picks) {
    const group = select(evidence, pick, admits);
    if (!group) return undefined;
    groups ??= [];
    groups.push(group);
  }
  return groups ?? [];
}

function select({ signals }: Evidence, pick: Pick, admits: Pick | undefined): number[] | undefined {
  let found: number[] | undefined;
  for (let index = 0; index < signals.length; index++) {
    const signal = signals[index] as Signal;
    if (!pick(signal) || (admits && !admits(signal))) continue;
    found ??= [];
    found.push(index);
  }
  return found;
}
