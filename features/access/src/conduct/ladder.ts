import type { LadderStep, Strike } from '@tyrian/contracts';
import type { LadderRow } from './settings.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

type Counted = Pick<Strike, 'at' | 'weight' | 'generation' | 'rule'>;

/** A step that strikes have led to. */
export interface LadderStanding {
  readonly step: LadderStep;
  /** When it ends by itself, in milliseconds since 1970. */
  readonly until: number;
  /** Of the strikes that led to it. */
  readonly rules: readonly string[];
}

/**
 * The steps in force now, at most one of each kind. A row is reached at a strike with which the points within its window
 * are enough, and holds for its minutes from then on. Of one generation only the gravest strike in a window counts. Pure;
 * more strikes never give a milder step or a shorter one. Strikes must be sorted by time; the work grows with their square.
 */
export function stepsInForce(
  strikes: readonly Counted[],
  rows: readonly LadderRow[],
  now: number,
): readonly LadderStanding[] {
  const standings = new Map<LadderStep, LadderStanding>();
  for (const { step, points, windowHours, lastsMinutes } of rows) {
    const reached = lastReached(strikes, { points, window: windowHours * HOUR, now });
    if (!reached) continue;
    const until = reached.at + lastsMinutes * MINUTE;
    if (until > now && until > (standings.get(step)?.until ?? 0))
      standings.set(step, { step, until, rules: reached.rules });
  }
  return [...standings.values()];
}

interface Threshold {
  readonly points: number;
  /** Milliseconds. */
  readonly window: number;
  readonly now: number;
}

function lastReached(strikes: readonly Counted[], { points, window, now }: Threshold) {
  for (let last = strikes.length - 1; last >= 0; last--) {
    const at = strikes[last]?.at ?? 0;
    if (at > now) continue;
    const gravest = new Map<string, number>();
    const rules = new Set<string>();
    for (let index = last; index >= 0; index--) {
      const strike = strikes[index];
      if (!strike || strike.at <= at - window) break;
      gravest.set(strike.generation, Math.max(strike.weight, gravest.get(strike.generation) ?? 0));
      rules.add(strike.rule);
    }
    let sum = 0;
    for (const weight of gravest.values()) sum += weight;
    if (sum >= points) return { at, rules: [...rules].sort() };
  }
  return undefined;
}
