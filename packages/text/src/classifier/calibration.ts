/** A point of a calibration: a raw score, and the log-odds that it stands for. */
export interface Knot {
  readonly raw: number;
  readonly logOdds: number;
}

/**
 * The probability of a raw score, by lines between the knots; beyond the first and the last knot their lines go on, so
 * that a higher score is a higher probability everywhere. Knots rise strictly; there are at least two.
 */
export function calibrated(raw: number, knots: readonly Knot[]): number {
  let right = 1;
  while (right < knots.length - 1 && raw > (knots[right]?.raw ?? 0)) right++;
  const [from, to] = [knots[right - 1], knots[right]];
  if (!from || !to) return Number.NaN;
  const logOdds = from.logOdds + ((raw - from.raw) * (to.logOdds - from.logOdds)) / (to.raw - from.raw);
  return 1 / (1 + Math.exp(-logOdds));
}

/** Whether there are at least two knots, all finite, and both sides rise strictly. */
export function areRising(knots: readonly Knot[]): boolean {
  if (knots.length < 2) return false;
  return knots.every(({ raw, logOdds }, index) => {
    const before = knots[index - 1];
    const rises = !before || (raw > before.raw && logOdds > before.logOdds);
    return Number.isFinite(raw) && Number.isFinite(logOdds) && rises;
  });
}
