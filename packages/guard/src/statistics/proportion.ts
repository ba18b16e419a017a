/** A share with its 95 % interval. All between 0 and 1. */
export interface Proportion {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 97.5 % point. */
const Z = 1.959964;

/**
 * How often something holds, with Wilson's score interval, which stays honest for rare events and few cases.
 * Of nothing, nothing is known: 0 to 1.
 *
 * @example
 * proportion(3, 1_000); // { share: 0.003, low: 0.001, high: 0.0088 }
 */
export function proportion(hits: number, of: number): Proportion {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const share = hits / of;
  const square = Z * Z;
  const middle = share + square / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  return {
    share,
    low: hits === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: hits === of ? 1 : Math.min(1, (middle + half) / scale),
  };
}
