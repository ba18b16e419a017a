// CPU time and memory of other processes, and the figures that every benchmark reports.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

const TICK_MS = 10; // USER_HZ is 100 on every Linux that Node runs on.

/** CPU milliseconds that a process has used, all its threads together. */
export function cpuMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory in MiB. */
export function residentMb(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

/** The value below which a share of the sorted values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export function round(value, digits = 2) {
  return Number(value.toFixed(digits));
}

/** Prints figures as JSON with --json, else a line each. */
export function report(figures) {
  const all = { ...figures, load: round(loadavg()[0]), node: process.version };
  if (process.argv.includes('--json')) console.log(JSON.stringify(all));
  else
    for (const [name, value] of Object.entries(all))
      console.log(`${name.padEnd(22)} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
