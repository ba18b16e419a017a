const LONGEST_MS = 6 * 3_600_000;

/** What `retry-after` asks for (RFC 9110 §10.2.3), six hours at most; undefined where it asks for nothing that can be read. */
export function retryAfterMs(header: string | string[] | undefined, now: number): number | undefined {
  if (typeof header !== 'string') return undefined;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_MS);
}
