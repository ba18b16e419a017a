import type { Labels } from './rank.js';

/** Draws rows again with replacement and says how often each was drawn. */
export type Draw = (random: () => number) => Uint32Array;

/**
 * Prepares draws within strata, so that every draw has as many positives and negatives as the rows.
 *
 * With `by` whole groups are drawn (rows that are variants of one seed are not independent); groups that are all
 * positive, all negative and mixed are strata of their own. The counts array is reused by the next draw.
 */
export function prepareDraw(labels: Labels, by?: ArrayLike<number | string>): Draw {
  const strata = by === undefined ? strataOfRows(labels) : strataOfGroups(labels, by);
  const counts = new Uint32Array(labels.length);
  return (random) => {
    counts.fill(0);
    for (const units of strata) {
      for (let drawn = 0; drawn < units.length; drawn++) {
        const unit = units[Math.floor(random() * units.length)];
        if (typeof unit === 'number') counts[unit] = (counts[unit] ?? 0) + 1;
        else for (const row of unit ?? []) counts[row] = (counts[row] ?? 0) + 1;
      }
    }
    return counts;
  };
}

type Unit = number | readonly number[];

function strataOfRows(labels: Labels): ArrayLike<Unit>[] {
  const positives = Uint32Array.from(labels.keys()).filter((row) => labels[row] === 1);
  const negatives = Uint32Array.from(labels.keys()).filter((row) => labels[row] !== 1);
  return [positives, negatives];
}

function strataOfGroups(labels: Labels, by: ArrayLike<number | string>): ArrayLike<Unit>[] {
  if (by.length !== labels.length) throw new RangeError(`${labels.length} rows, but ${by.length} names of groups`);
  const groups = new Map<number | string, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const name = by[row] ?? '';
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const strata: [number[][], number[][], number[][]] = [[], [], []];
  for (const rows of groups.values()) {
    const positives = rows.filter((row) => labels[row] === 1).length;
    strata[positives === 0 ? 0 : positives === rows.length ? 1 : 2].push(rows);
  }
  return strata;
}
