import { InvalidArgumentError } from 'commander';

/** On standard error, now and then. */
export function showProgress(records: number): void {
  if (records % 10_000 === 0) process.stderr.write(`${records} records\n`);
}

/** Reads a date of a flag, in milliseconds since 1970. */
export function timeOf(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new InvalidArgumentError('give a date, as in 2026-11-01 or 2026-11-01T12:00Z.');
  return ms;
}

const SPANS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a span of time of a flag, in milliseconds. */
export function spanOf(text: string): number {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new InvalidArgumentError('give a number and s, m, h or d, as in 90m or 30d.');
  return Number(count) * SPANS[unit as keyof typeof SPANS];
}

/** Reads a count of a flag. */
export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('give a whole number above 0.');
  return count;
}
