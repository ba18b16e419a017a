import { type Decision, TyrianError } from '@tyrian/contracts';

/** 0 done, allowed or repaired; 1 a fault; 2 bad usage or input; 3 refused, findings or gate not met; 4 held. */
export const EXIT = { done: 0, fault: 1, badInput: 2, refused: 3, held: 4 } as const;

const OF_DECISION: Record<Decision, number> = {
  allow: EXIT.done,
  repair: EXIT.done,
  hold: EXIT.held,
  refuse: EXIT.refused,
};

export function exitCodeOf(decision: Decision): number {
  return OF_DECISION[decision];
}

/** What the caller could have done otherwise is bad input; the rest is a fault. */
export function exitCodeOfFault(fault: unknown): number {
  return fault instanceof TyrianError && fault.status < 500 ? EXIT.badInput : EXIT.fault;
}
