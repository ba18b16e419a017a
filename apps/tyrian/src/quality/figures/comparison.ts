import {
  type Agreement,
  agreementMatrix,
  auprc,
  type Interval,
  krippendorffsAlpha,
  type Labels,
  NO_RATING,
  pairedBootstrap,
  type Ratings,
  type Scores,
} from '@tyrian/guard';
import type { Draws } from './group-figures.js';

/** A guard with its scores (NaN where it gave none) and the cut above which it flags. */
export interface CutScores {
  readonly id: string;
  readonly scores: Scores;
  readonly cut: number;
}

/** How far guards agree on what to flag, each at its own cut; the labels stand among them as one more rater. */
export interface AgreementReport {
  readonly raters: readonly string[];
  readonly matrix: readonly (readonly Agreement[])[];
  /** Krippendorff's alpha of the guards together, without the labels. */
  readonly alpha: number;
}

const LABELS_AS_RATER = 'the labels';

/** The guards and the labels, each against each. */
export function agreementReport(guards: readonly CutScores[], labels: Labels): AgreementReport {
  const ratings = guards.map(({ scores, cut }) => ratingsOf(scores, cut));
  return {
    raters: [LABELS_AS_RATER, ...guards.map(({ id }) => id)],
    matrix: agreementMatrix([labels, ...ratings]),
    alpha: ratings.length < 2 ? Number.NaN : krippendorffsAlpha(ratings),
  };
}

function ratingsOf(scores: Scores, cut: number): Ratings {
  return Uint8Array.from(scores, (score) => (Number.isNaN(score) ? NO_RATING : score > cut ? 1 : 0));
}

/** One guard against the first, on the rows that both scored. */
export interface Difference {
  readonly guard: string;
  readonly against: string;
  readonly rows: number;
  /** AUPRC of the guard less that of the first. */
  readonly auprc: Interval;
}

/** Every guard but the first against the first. */
export function differences(guards: readonly CutScores[], labels: Labels, draws: Draws): Difference[] {
  const [base, ...others] = guards;
  if (!base) return [];
  return others.map(({ id, scores }) => {
    const isBoth = (_: number, row: number) => !Number.isNaN(scores[row]) && !Number.isNaN(base.scores[row]);
    const rows = { first: scores.filter(isBoth), second: base.scores.filter(isBoth), labels: labels.filter(isBoth) };
    return { guard: id, against: base.id, rows: rows.labels.length, auprc: pairedBootstrap(rows, auprc, draws) };
  });
}
