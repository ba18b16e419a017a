import { seededRandom } from './random.js';
import { descending, type Labels, type Ranking, type Scores } from './rank.js';
import { prepareDraw } from './resample.js';

/** Rows with one score each. */
export interface ScoredRows {
  readonly scores: Scores;
  readonly labels: Labels;
}

/** Rows with a score of each of two guards. */
export interface TwiceScoredRows {
  readonly first: Scores;
  readonly second: Scores;
  readonly labels: Labels;
}

/** A figure with its 95 % interval. */
export interface Interval {
  /** The figure of the rows themselves. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Draws that gave a number. With none, `low` and `high` are NaN. */
  readonly rounds: number;
}

export interface BootstrapOptions {
  /** Draws; 1,000 where absent. */
  readonly rounds?: number;
  /** The same seed gives the same interval; 1 where absent. */
  readonly seed?: number;
  /** The group of each row, where rows hang together: whole groups are drawn. */
  readonly by?: ArrayLike<number | string>;
}

type Statistic<T> = (scores: Scores, labels: Labels) => T;

/**
 * Interval of a figure by the percentile bootstrap (Efron 1979), stratified by label.
 *
 * @example
 * bootstrap({ scores, labels }, auprc, { rounds: 1_000, seed: 1 }); // { value: 0.71, low: 0.68, high: 0.74, rounds: 1000 }
 */
export function bootstrap(rows: ScoredRows, statistic: Statistic<number>, options?: BootstrapOptions): Interval {
  const [interval] = bootstrapEach(rows, (scores, labels) => [statistic(scores, labels)], options);
  return interval ?? intervalOf(Number.NaN, []);
}

/** Intervals of several figures from the same draws; the statistic gives equally many figures each time. */
export function bootstrapEach(
  { scores, labels }: ScoredRows,
  statistic: Statistic<readonly number[]>,
  { rounds = 1_000, seed = 1, by }: BootstrapOptions = {},
): Interval[] {
  const values = statistic(scores, labels);
  // Sorted once, every draw is sorted too, and what ranks it need not sort again.
  const order = descending(scores);
  const sorted = pick(scores, order);
  const sortedLabels = pick(labels, order);
  const draw = prepareDraw(sortedLabels, by && sortedGroups(by, order));
  const random = seededRandom(seed);
  const drawn = values.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    const counts = draw(random);
    const figures = statistic(repeat(sorted, counts), repeat(sortedLabels, counts));
    for (let i = 0; i < drawn.length; i++) drawn[i]?.push(figures[i] ?? Number.NaN);
  }
  return values.map((value, i) => intervalOf(value, drawn[i] ?? []));
}

/**
 * The same intervals as `bootstrapEach` for figures of a ranking, faster the more rows tie: rows that tie need not be told
 * apart. The ranking that the statistic is given is reused by the next draw.
 */
export function bootstrapRanking(
  ranking: Ranking,
  statistic: (ranking: Ranking) => readonly number[],
  { rounds = 1_000, seed = 1 }: Omit<BootstrapOptions, 'by'> = {},
): Interval[] {
  const { thresholds, positives, negatives } = ranking;
  const strata = [stepsOf(ranking.truePositives, positives), stepsOf(ranking.falsePositives, negatives)] as const;
  const truePositives = new Uint32Array(thresholds.length);
  const falsePositives = new Uint32Array(thresholds.length);
  const random = seededRandom(seed);
  const values = statistic(ranking);
  const drawn = values.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    drawInto(truePositives, strata[0], random);
    drawInto(falsePositives, strata[1], random);
    const figures = statistic({ thresholds, truePositives, falsePositives, positives, negatives });
    for (let i = 0; i < drawn.length; i++) drawn[i]?.push(figures[i] ?? Number.NaN);
  }
  return values.map((value, i) => intervalOf(value, drawn[i] ?? []));
}

/** The step at which each row is first flagged, from counts that add up. */
function stepsOf(cumulative: Uint32Array, rows: number): Uint32Array {
  const steps = new Uint32Array(rows);
  cumulative.forEach((count, step) => {
    steps.fill(step, step === 0 ? 0 : cumulative[step - 1], count);
  });
  return steps;
}

/** Draws as many rows again and adds them up by step. */
function drawInto(cumulative: Uint32Array, steps: Uint32Array, random: () => number): void {
  cumulative.fill(0);
  for (let drawn = 0; drawn < steps.length; drawn++) {
    const step = steps[Math.floor(random() * steps.length)] ?? 0;
    cumulative[step] = (cumulative[step] ?? 0) + 1;
  }
  for (let step = 1; step < cumulative.length; step++)
    cumulative[step] = (cumulative[step] ?? 0) + (cumulative[step - 1] ?? 0);
}

/**
 * Interval of the difference `first - second` of a figure, each draw taking the same rows for both: where it holds 0 the
 * rows do not tell the guards apart.
 */
export function pairedBootstrap(
  { first, second, labels }: TwiceScoredRows,
  statistic: Statistic<number>,
  { rounds = 1_000, seed = 1, by }: BootstrapOptions = {},
): Interval {
  const draw = prepareDraw(labels, by);
  const [firstOrder, secondOrder] = [descending(first), descending(second)];
  const random = seededRandom(seed);
  const drawn: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const counts = draw(random);
    const of = (column: Scores, order: Uint32Array) =>
      statistic(repeat(column, counts, order), repeat(labels, counts, order));
    drawn.push(of(first, firstOrder) - of(second, secondOrder));
  }
  return intervalOf(statistic(first, labels) - statistic(second, labels), drawn);
}

function intervalOf(value: number, drawn: readonly number[]): Interval {
  const found = Float64Array.from(drawn.filter((figure) => !Number.isNaN(figure))).sort();
  return { value, low: quantile(found, 0.025), high: quantile(found, 0.975), rounds: found.length };
}

/** Linear between the two nearest (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}

function sortedGroups(by: ArrayLike<number | string>, order: Uint32Array): (number | string)[] {
  if (by.length !== order.length) throw new RangeError(`${order.length} rows, but ${by.length} names of groups`);
  return Array.from(order, (row) => by[row] ?? '');
}

function pick<T extends Scores | Labels>(column: T, order: Uint32Array): T {
  const picked = column.slice();
  for (let place = 0; place < order.length; place++) picked[place] = column[order[place] ?? 0] ?? 0;
  return picked as T;
}

/** Each row as often as it was drawn, in this order or that of the rows. */
function repeat<T extends Scores | Labels>(column: T, counts: Uint32Array, order?: Uint32Array): T {
  let rows = 0;
  for (const count of counts) rows += count;
  const repeated = new (column.constructor as new (rows: number) => T)(rows);
  let at = 0;
  for (let place = 0; place < counts.length; place++) {
    const row = order?.[place] ?? place;
    const value = column[row] ?? 0;
    for (let left = counts[row] ?? 0; left > 0; left--) repeated[at++] = value;
  }
  return repeated;
}
