import { availableParallelism } from 'node:os';
import { errors } from '@tyrian/contracts';

/** What a classifier may take. Times in milliseconds. */
export interface OnnxLimits {
  /** Windows that are classified at once. */
  readonly batchSize: number;
  /** Windows that may wait; more are GUARD_MODEL_BUSY. */
  readonly waiting: number;
  /** Windows that one text may take; one that needs more is GUARD_MODEL_BUSY. */
  readonly windowsPerQuestion: number;
  /** For one question, the wait for the model to load among it. */
  readonly questionMs: number;
  /** Before a second try where the model could not be loaded, or its thread ended. */
  readonly pauseMs: number;
  /** Threads that the runtime computes with. */
  readonly threads: number;
}

const DEFAULTS = { batchSize: 8, waiting: 256, windowsPerQuestion: 64, questionMs: 30_000, pauseMs: 10_000 };

/** The limits with their defaults. Throws GUARD_MODEL_INVALID for one that is not a whole number from 1. */
export function limitsOf(id: string, given: Partial<OnnxLimits>): OnnxLimits {
  // Half of the cores: the server needs some for itself.
  const threads = Math.max(1, Math.floor(availableParallelism() / 2));
  const limits = { ...DEFAULTS, threads, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw errors.GUARD_MODEL_INVALID([id, `${name} must be a whole number from 1`], { param: name });
  }
  return limits;
}
