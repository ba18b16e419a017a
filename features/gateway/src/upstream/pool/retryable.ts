import { errors, TyrianError } from '@tyrian/contracts';
import type { UpstreamAnswer } from '../upstream.js';

/** Statuses by which a server says that it has not begun: another one may. */
const NOT_BEGUN: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Whether the answer, of which nothing but the status was read, may be asked of another server instead. */
export function isElsewhere({ status }: UpstreamAnswer): boolean {
  return NOT_BEGUN.has(status);
}

/** Whether no connection came about, or it broke before any answer. A server that took too long may still be at work. */
export function isUnreached(fault: unknown): boolean {
  if (!(fault instanceof TyrianError)) return false;
  if (fault.code === errors.UPSTREAM_UNREACHABLE.definition.code) return true;
  const { cause } = fault;
  return cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_CONNECT_TIMEOUT';
}
