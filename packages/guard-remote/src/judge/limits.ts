import { errors } from '@tyrian/contracts';

/** What a guard model may take. Times in milliseconds. */
export interface GuardModelLimits {
  /** Requests on their way at once. */
  readonly concurrency: number;
  /** Calls that may wait for one; more are GUARD_MODEL_BUSY. */
  readonly waiting: number;
  /** For one request. Keep it below the deadline of whoever asks, or a server that hangs is never found out. */
  readonly callMs: number;
  /** For one question: its waits, its windows and its second attempts. */
  readonly questionMs: number;
  /** Calls that one question may take; a text that needs more is GUARD_MODEL_BUSY. */
  readonly callsPerQuestion: number;
  /** Of one answer. */
  readonly maxBytes: number;
  /** Calls in a row that fail before the model is left alone. */
  readonly failures: number;
  /** How long it is left alone. */
  readonly openMs: number;
}

const DEFAULTS: GuardModelLimits = {
  concurrency: 8,
  waiting: 64,
  callMs: 10_000,
  questionMs: 30_000,
  callsPerQuestion: 64,
  maxBytes: 1024 * 1024,
  failures: 5,
  openMs: 10_000,
};

/** The limits with their defaults. Throws GUARD_MODEL_INVALID for one that is not a whole number, or too small. */
export function limitsOf(id: string, given: Partial<GuardModelLimits>): GuardModelLimits {
  const limits = { ...DEFAULTS, ...given };
  for (const [name, value] of Object.entries(limits)) {
    const least = name === 'waiting' ? 0 : 1;
    if (!Number.isSafeInteger(value) || value < least)
      throw errors.GUARD_MODEL_INVALID([id, `${name} must be a whole number from ${least}`], { param: name });
  }
  return limits;
}
