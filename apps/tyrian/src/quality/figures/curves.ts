import {
  type CalibrationBin,
  calibrationBins,
  type Labels,
  precisionRecall,
  rocCurve,
  type Scores,
} from '@tyrian/guard';
import { scoredOnly } from './group-figures.js';

/** A point of a plot, both from 0 to 1. */
export type Point = readonly [x: number, y: number];

/** What the plots of one guard show, thinned to what can be seen. */
export interface Curves {
  /** Share of harmless rows flagged, share of harmful rows flagged. */
  readonly roc: readonly Point[];
  /** Recall, precision. */
  readonly precisionRecall: readonly Point[];
  readonly calibration: readonly CalibrationBin[];
}

/** Points nearer than this to the one before, along both axes together, cannot be seen. */
const NEAR = 0.004;

/** The curves of one guard; empty where one class has no row. */
export function curvesOf(scores: Scores, labels: Labels): Curves {
  const rows = scoredOnly(scores, labels);
  const calibration = calibrationBins(rows.scores, rows.labels);
  const harmful = rows.labels.reduce((sum, label) => sum + label, 0);
  if (harmful === 0 || harmful === rows.labels.length) return { roc: [], precisionRecall: [], calibration };
  const { falsePositiveRate, truePositiveRate } = rocCurve(rows.scores, rows.labels);
  const { precision, recall } = precisionRecall(rows.scores, rows.labels);
  return {
    roc: thinned(falsePositiveRate, truePositiveRate),
    precisionRecall: thinned(recall, precision),
    calibration,
  };
}

/** First, last, and whatever is far enough from the point before to be seen. */
function thinned(x: Float64Array, y: Float64Array): Point[] {
  const points: Point[] = [];
  for (let step = 0; step < x.length; step++) {
    const point: Point = [x[step] ?? 0, y[step] ?? 0];
    const last = points.at(-1);
    const isFar = !last || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= NEAR;
    if (isFar || step === x.length - 1) points.push(point);
  }
  return points;
}
