import type { Audience, Condition, Signal, Stage } from '@tyrian/contracts';
import { counts, type ScoreReader } from './bands.js';
import { type Evidence, joinMatches, type Match, NOTHING_NEEDED } from './evidence.js';
import { companions, type Within } from './proximity.js';

/** Evaluates one condition; undefined where it does not hold. */
export type Evaluate = (evidence: Evidence) => Match | undefined;

/** What a condition is compiled for. Stage and audience are fixed by then, so that most rules fall away at once. */
export interface Setting extends ScoreReader {
  readonly stage: Stage;
  /** Audience as it was given, for conditions that name `unknown`. */
  readonly given: Audience;
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
  const all: Evaluate[] = [];
  for (const part of condition.all ?? []) {
    const compiled = compileCondition(part, setting);
    if (!compiled) return undefined;
    all.push(compiled);
  }
  const any = condition.any?.map((part) => compileCondition(part, setting)).filter((part) => part !== undefined);
  if (any?.length === 0) return undefined;
  const not = condition.not && compileCondition(condition.not, { ...setting, excusing: !setting.excusing });
  const picks = signalPicks(condition, setting);
  const { role, gap, within = 'generation' } = condition;
  const hasRole = (place: string, evidence: Evidence) => {
    const found = evidence.roleOf(place);
    return !role || (found !== undefined && role.includes(found));
  };

  return (evidence) => {
    const groups: (readonly number[])[] = picks.map((pick) => select(evidence, pick, role));
    if (groups.some((group) => group.length === 0)) return undefined;
    const gaps: Match['gaps'][number][] = [];
    if (gap) {
      for (const entry of evidence.coverage) {
        if (entry.status === 'not-covered' && gap.includes(entry.gap) && hasRole(entry.place, evidence)) {
          gaps.push({ place: entry.place, gap: entry.gap });
        }
      }
      if (gaps.length === 0) return undefined;
    }
    for (const part of all) {
      const match = part(evidence);
      if (!match) return undefined;
      if (match.signals.length > 0) groups.push(match.signals);
      gaps.push(...match.gaps);
    }
    if (any) {
      const matches = any.map((part) => part(evidence)).filter((match) => match !== undefined);
      if (matches.length === 0) return undefined;
      const joined = matches.reduce(joinMatches);
      if (joined.signals.length > 0) groups.push(joined.signals);
      gaps.push(...joined.gaps);
    }
    const held = not ? withoutExcused(groups, not(evidence), evidence, condition.not?.within ?? within) : groups;
    const near = held && companions(held, evidence.signals, within);
    if (!near) return undefined;
    const signals = [...new Set(near.flat())];
    return signals.length === 0 && gaps.length === 0 ? NOTHING_NEEDED : { signals, gaps };
  };
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
  if (excuse.signals.length === 0 || within === 'generation') return undefined;
  const { signals } = evidence;
  const isExcused = (index: number) => companions([[index], excuse.signals], signals, within) !== undefined;
  const left = groups.map((group) => group.filter((index) => !isExcused(index)));
  return left.some((group, g) => group.length === 0 && groups[g]?.length !== 0) ? undefined : left;
}

function select(evidence: Evidence, pick: Pick, role: Condition['role']): number[] {
  const found: number[] = [];
  evidence.signals.forEach((signal, index) => {
    if (pick(signal) && (!role || role.includes(signal.role))) found.push(index);
  });
  return found;
}
