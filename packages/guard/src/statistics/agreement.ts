import { type Share, shareOf } from './share-of.js';

/** A rating that is missing: the guard failed or does not cover the row. */
export const NO_RATING = 255;

/** How two raters agree on the rows that both rated. */
export interface Agreement {
  readonly rows: number;
  /** Share of those rows with the same rating. */
  readonly same: Share;
  /** Cohen's kappa; NaN where no row was rated by both. */
  readonly kappa: number;
}

/** Ratings of one rater: a small number a row, or NO_RATING. */
export type Ratings = Uint8Array;

/**
 * Agreement beyond chance (Cohen 1960): 1 is full, 0 what two raters with these habits reach by chance. Rows that either
 * did not rate are left out. 1 where both always gave one and the same rating: there was nothing to disagree on.
 */
export function cohensKappa(first: Ratings, second: Ratings): number {
  return agreementOf(first, second).kappa;
}

/** Agreement of every rater with every other: `matrix[i][j]`. */
export function agreementMatrix(raters: readonly Ratings[]): Agreement[][] {
  return raters.map((first) => raters.map((second) => agreementOf(first, second)));
}

/** Throws RangeError where the raters rated different numbers of rows. */
export function agreementOf(first: Ratings, second: Ratings): Agreement {
  if (first.length !== second.length) throw new RangeError(`${first.length} ratings against ${second.length}`);
  const firstUse = new Uint32Array(256);
  const secondUse = new Uint32Array(256);
  let rows = 0;
  let same = 0;
  for (let row = 0; row < first.length; row++) {
    const [a = NO_RATING, b = NO_RATING] = [first[row], second[row]];
    if (a === NO_RATING || b === NO_RATING) continue;
    rows++;
    if (a === b) same++;
    firstUse[a] = (firstUse[a] ?? 0) + 1;
    secondUse[b] = (secondUse[b] ?? 0) + 1;
  }
  const byChance = firstUse.reduce((sum, count, rating) => sum + count * (secondUse[rating] ?? 0), 0) / rows ** 2;
  const kappa = byChance === 1 ? 1 : (same / rows - byChance) / (1 - byChance);
  return { rows, same: shareOf(same, rows), kappa };
}

/**
 * Agreement of all raters together: Krippendorff's alpha for nominal ratings (2011), which bears missing ratings. 1 is
 * full, 0 chance; NaN where no row was rated twice. 1 where only one rating was ever given.
 */
export function krippendorffsAlpha(raters: readonly Ratings[]): number {
  const uses = new Float64Array(256);
  let pairable = 0;
  let observed = 0;
  for (let row = 0; row < (raters[0]?.length ?? 0); row++) {
    const counts = new Map<number, number>();
    for (const ratings of raters) {
      const rating = ratings[row] ?? NO_RATING;
      if (rating !== NO_RATING) counts.set(rating, (counts.get(rating) ?? 0) + 1);
    }
    const rated = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (rated < 2) continue;
    pairable += rated;
    for (const [rating, count] of counts) {
      uses[rating] = (uses[rating] ?? 0) + count;
      observed += (count * (rated - count)) / (rated - 1);
    }
  }
  const expected = uses.reduce((sum, count) => sum + count * (pairable - count), 0) / (pairable - 1);
  if (pairable === 0) return Number.NaN;
  return expected === 0 ? 1 : 1 - observed / expected;
}
