import type { Content, Decision, Verdict } from '@tyrian/contracts';
import type { Reading } from '../fields/reading.js';
import { applyRepairs } from '../fields/repair.js';

export interface Repaired {
  readonly verdict: Verdict;
  /** What the policy said of the signals of that verdict. */
  readonly judged: Decision;
  /** What was refused after its repairs. */
  readonly repaired: Reading | undefined;
}

/**
 * Writes repairs into the document and has it checked again, once: what was cut out may have stood between two halves
 * of something else. What cannot be repaired, or is not clean then, is refused.
 */
export async function repairAndCheck(
  reading: Reading,
  seen: Verdict,
  check: (contents: readonly Content[]) => Promise<Verdict>,
): Promise<Repaired> {
  if (!applyRepairs(reading, seen.repairs)) return unrepaired(seen);
  return checkRepaired(reading.again(), seen, check);
}

/** What cannot be repaired must not leave. */
export function unrepaired(seen: Verdict): Repaired {
  return { verdict: { ...seen, decision: 'refuse' }, judged: seen.decision, repaired: undefined };
}

export async function checkRepaired(
  repaired: Reading,
  seen: Verdict,
  check: (contents: readonly Content[]) => Promise<Verdict>,
): Promise<Repaired> {
  const left = await check(repaired.contents);
  if (isClean(left, seen))
    return { verdict: { ...seen, decision: 'repair' }, judged: seen.decision, repaired: undefined };
  const { id, repairs } = seen;
  return {
    verdict: { ...left, id, repairs, decision: 'refuse', proposed: 'refuse' },
    judged: left.decision,
    repaired,
  };
}

/** Nothing left; where a person released what was held, nothing but what that was held for. */
function isClean(left: Verdict, seen: Verdict): boolean {
  if (left.decision === 'allow') return true;
  if (seen.decision !== 'hold' || left.decision !== 'hold' || left.repairs.length > 0) return false;
  const released = new Set(holdsOf(seen));
  return holdsOf(left).every((rule) => released.has(rule));
}

function holdsOf({ reasons }: Verdict): string[] {
  return reasons.flatMap(({ rule, decision, enforced }) => (enforced && decision === 'hold' ? [rule] : []));
}
