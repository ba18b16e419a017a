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

/** Reads a count of a flag. */
export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('give a whole number above 0.');
  return count;
}
