import type { Decision } from '@tyrian/contracts';
import { type Share, shareOf } from '../statistics/share-of.js';
import type { BenignLine } from './corpus.js';

/** A benign line with what a policy decided about it. */
export interface JudgedLine extends BenignLine {
  readonly decision: Decision;
}

/** How the lines of one group fared. */
export interface Tally {
  readonly name: string;
  readonly lines: number;
  /** Refused, or held for a person. */
  readonly stopped: number;
  readonly repaired: number;
  /** The share that was stopped. */
  readonly rate: Share;
}

/** Counts lines by group, in the order of their names; a line without one is in none. */
export function tallyBy(lines: readonly JudgedLine[], groupOf: (line: JudgedLine) => string | undefined): Tally[] {
  const groups = new Map<string, JudgedLine[]>();
  for (const line of lines) {
    const name = groupOf(line);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, group]) => tally(name, group));
}

/** Counts one group of lines. */
export function tally(name: string, lines: readonly JudgedLine[]): Tally {
  const count = (...decisions: Decision[]) => lines.filter(({ decision }) => decisions.includes(decision)).length;
  const stopped = count('refuse', 'hold');
  return { name, lines: lines.length, stopped, repaired: count('repair'), rate: shareOf(stopped, lines.length) };
}
