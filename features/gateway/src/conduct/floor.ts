import { mostSevere, type Reason, type Verdict } from '@tyrian/contracts';
import type { Admission } from '../ports.js';

/** The rules that a record names where the conduct of who asks decided. */
export const CONDUCT_RULES = { hold: 'conduct.hold', refuse: 'conduct.refuse' } as const;

/**
 * A verdict that is no milder than the conduct of who asks allows. It looks like any other: nothing is told of why, and what
 * the policy saw in the request stays in it, so that whoever is offered help still is.
 */
export function withFloor(verdict: Verdict, { floor }: Admission): Verdict {
  if (floor === undefined || mostSevere(floor, verdict.decision) === verdict.decision) return verdict;
  const reason: Reason = {
    rule: CONDUCT_RULES[floor],
    decision: floor,
    locked: false,
    enforced: true,
    explanation: 'nothing',
    help: false,
    signals: [],
  };
  return { ...verdict, decision: floor, reasons: [...verdict.reasons, reason] };
}
