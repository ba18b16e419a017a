import type { Interval, Share } from '@tyrian/guard';

/** Where there is nothing to say: a class without rows. */
export const NOTHING = '–';

/** A figure from 0 to 1 (or a difference of two) with three digits. */
export function figure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : NOTHING;
}

/** A figure with its interval, as `0.712 (0.690 to 0.734)`. */
export function withInterval({ value, low, high }: Interval): string {
  if (!Number.isFinite(value)) return NOTHING;
  return Number.isFinite(low) ? `${figure(value)} (${figure(low)} to ${figure(high)})` : figure(value);
}

/** A share with its interval, as `12.5 % (10.1 to 15.2)`. */
export function percent({ of, share, low, high }: Share): string {
  if (of === 0) return NOTHING;
  return `${hundredths(share)} % (${hundredths(low)} to ${hundredths(high)})`;
}

function hundredths(share: number): string {
  return (share * 100).toFixed(1);
}
