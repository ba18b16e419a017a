import { type Commit, TyrianError } from '@tyrian/contracts';
import type { Recorder } from '../ports.js';

/** Storage does not take a record that we made: our fault, whatever its code says. */
class UnrecordedError extends Error {
  override readonly name = 'UnrecordedError';
  readonly code: string;

  constructor(override readonly cause: TyrianError) {
    super('a commit could not be stored');
    this.code = cause.code;
  }
}

/** Makes a commit durable. Where that fails the answer is a 5xx; what was refused is sealed also without its record. */
export async function store(recorder: Recorder, commit: Commit): Promise<void> {
  try {
    await recorder.append(commit);
  } catch (cause) {
    if (!(cause instanceof TyrianError) || cause.status >= 500) throw cause;
    if (commit.evidence && commit.evidence.length > 0) await recorder.append({ evidence: commit.evidence });
    throw new UnrecordedError(cause);
  }
}
