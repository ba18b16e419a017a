/** How likely harm is where a detector gives a score: rising points, with straight lines between them. */
export type Calibration = readonly (readonly [score: number, probability: number])[];

/** Turns scores of detectors into probabilities; those of a detector that has no calibration are taken as they are. */
export function calibratorOf(detectors: readonly { readonly id: string; readonly calibration?: Calibration }[]) {
  const known = new Map(detectors.flatMap(({ id, calibration }) => (calibration ? [[id, calibration] as const] : [])));
  return (detector: string, score: number): number => {
    const points = known.get(detector);
    return points === undefined ? score : interpolated(points, score);
  };
}

function interpolated(points: Calibration, score: number): number {
  let [x0, y0] = [0, 0];
  for (const [x, y] of points) {
    if (score <= x) return x === x0 ? y : y0 + ((score - x0) * (y - y0)) / (x - x0);
    [x0, y0] = [x, y];
  }
  return y0;
}
