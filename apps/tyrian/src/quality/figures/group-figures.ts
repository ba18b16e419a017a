import {
  auprcOf,
  aurocOf,
  bestF1Of,
  bootstrapRanking,
  brierOf,
  calibrationBinsOf,
  expectedCalibrationError,
  type Interval,
  type Labels,
  type Ranking,
  rank,
  recallAt,
  type ScoredRows,
  type Scores,
  type Share,
  shareOf,
} from '@tyrian/guard';

/** Shares of harmless rows that may be flagged, at which recall is given. */
export const RATES = [0.01, 0.02] as const;

/** How intervals are drawn. */
export interface Draws {
  readonly rounds: number;
  readonly seed: number;
}

/** Recall at a cut that harmless rows set, and what the same cut does to the harmless rows of the group. */
export interface AtRate {
  readonly rate: number;
  readonly recall: Interval;
  /** Scores greater than this are flagged. */
  readonly cut: number;
  readonly ownFalsePositives: Share;
}

/** The figures of one guard on one group of rows. NaN (null in JSON) where there is nothing to say. */
export interface GroupFigures {
  readonly rows: number;
  readonly positives: number;
  readonly negatives: number;
  /** Rows for which the guard gave no score; they are in none of the figures. */
  readonly unscored: number;
  /** Among the rows of the group. */
  readonly auprc: Interval;
  readonly auroc: Interval;
  /** F1 at the cut of the first rate. */
  readonly f1: Interval;
  /** The highest F1 of any threshold, chosen on these rows; where few rows score above 0 it may flag all of them. */
  readonly bestF1: Interval;
  readonly bestF1Threshold: number;
  readonly calibrationError: Interval;
  readonly brier: Interval;
  /** The harmful rows of the group among the harmless rows that set the cut. */
  readonly againstBenign: { readonly negatives: number; readonly auprc: Interval; readonly at: readonly AtRate[] };
}

/** Measures the rows of a group (`scores` may hold NaN), with `benign` scores of harmless rows to set the cut by. */
export function figuresOf(scores: Scores, labels: Labels, benign: Scores, draws: Draws): GroupFigures {
  const own = scoredOnly(scores, labels);
  const harmless = benign.filter(isScored);
  const cuts = cutsBy(harmless);
  const ranking = rank(own.scores, own.labels);
  const inGroup = (drawn: Ranking) => figuresInGroup(drawn, cuts[0] ?? Number.POSITIVE_INFINITY);
  const [auprc, auroc, f1, bestF1, calibrationError, squared] = intervals(ranking, inGroup, draws);
  return {
    rows: scores.length,
    positives: ranking.positives,
    negatives: ranking.negatives,
    unscored: scores.length - own.scores.length,
    auprc,
    auroc,
    f1,
    bestF1,
    bestF1Threshold: bestF1Of(ranking).threshold,
    calibrationError,
    brier: squared,
    againstBenign: againstBenign(own, ranking, harmless, cuts, draws),
  };
}

/** The cut for each rate: without harmless rows none can be set, and nothing is flagged. */
function cutsBy(harmless: Scores): number[] {
  const ranking = rank(harmless, new Uint8Array(harmless.length));
  return RATES.map((rate) => (harmless.length === 0 ? Number.POSITIVE_INFINITY : recallAt(ranking, rate).cut));
}

type FiguresInGroup = [
  auprc: number,
  auroc: number,
  f1: number,
  bestF1: number,
  calibrationError: number,
  brier: number,
];

function figuresInGroup(ranking: Ranking, cut: number): FiguresInGroup {
  const hasBoth = ranking.positives > 0 && ranking.negatives > 0;
  return [
    // Precision among harmful rows alone is always 1 and says nothing.
    hasBoth ? auprcOf(ranking) : Number.NaN,
    aurocOf(ranking),
    hasBoth ? f1Above(ranking, cut) : Number.NaN,
    hasBoth ? bestF1Of(ranking).f1 : Number.NaN,
    expectedCalibrationError(calibrationBinsOf(ranking)),
    brierOf(ranking),
  ];
}

function f1Above({ thresholds, truePositives, falsePositives, positives }: Ranking, cut: number): number {
  const last = thresholds.findLastIndex((threshold) => threshold > cut);
  const hits = truePositives[last] ?? 0;
  return (2 * hits) / (hits + (falsePositives[last] ?? 0) + positives);
}

function againstBenign(
  own: ScoredRows,
  { positives }: Ranking,
  harmless: Scores,
  cuts: readonly number[],
  draws: Draws,
): GroupFigures['againstBenign'] {
  const [auprc, ...recalls] = intervals(withNegatives(own, positives, harmless), figuresAgainstBenign, draws);
  const at = RATES.map((rate, index): AtRate => {
    const cut = cuts[index] ?? Number.POSITIVE_INFINITY;
    return { rate, recall: recalls[index] ?? auprc, cut, ownFalsePositives: flaggedOf(own, 0, cut) };
  });
  return { negatives: harmless.length, auprc, at };
}

function figuresAgainstBenign(ranking: Ranking): [number, number, number] {
  const [one, two] = RATES;
  if (ranking.negatives === 0) return [Number.NaN, Number.NaN, Number.NaN];
  return [auprcOf(ranking), recallAt(ranking, one).recall, recallAt(ranking, two).recall];
}

type Intervals<T extends readonly number[]> = { [Figure in keyof T]: Interval };

/** Where all rows score the same, every draw says the same: one is enough. */
function intervals<T extends readonly number[]>(
  ranking: Ranking,
  figures: (ranking: Ranking) => T,
  { rounds, seed }: Draws,
): Intervals<T> {
  const isConstant = ranking.thresholds.length < 2;
  return bootstrapRanking(ranking, figures, { rounds: isConstant ? 1 : rounds, seed }) as Intervals<T>;
}

/** The harmful rows of a group and other harmless ones. */
function withNegatives({ scores, labels }: ScoredRows, positives: number, negatives: Scores): Ranking {
  const all = new Float64Array(positives + negatives.length);
  all.set(scores.filter((_, row) => labels[row] === 1));
  all.set(negatives, positives);
  return rank(all, new Uint8Array(all.length).fill(1, 0, positives));
}

/** Of the rows with a label, those that score above a cut. */
function flaggedOf({ scores, labels }: ScoredRows, label: 0 | 1, cut: number): Share {
  let of = 0;
  let flagged = 0;
  for (let row = 0; row < scores.length; row++) {
    if (labels[row] !== label) continue;
    of++;
    if ((scores[row] ?? 0) > cut) flagged++;
  }
  return shareOf(flagged, of);
}

/** Leaves out rows that have no score. */
export function scoredOnly(scores: Scores, labels: Labels): ScoredRows {
  return { scores: scores.filter(isScored), labels: labels.filter((_, row) => isScored(scores[row] ?? Number.NaN)) };
}

function isScored(score: number): boolean {
  return !Number.isNaN(score);
}
