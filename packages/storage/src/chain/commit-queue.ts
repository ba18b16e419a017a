import { errors } from '@tyrian/contracts';
import type { PreparedCommit } from './prepared-commit.js';

/** A commit that somebody waits for. */
export interface WaitingCommit {
  readonly kind: 'commit';
  readonly commit: PreparedCommit;
  resolve(): void;
  reject(error: unknown): void;
}

/** A change of state that takes the chain's head too; it settles its caller itself. */
export interface WaitingChange {
  readonly kind: 'change';
  /** What it holds in memory, roughly. */
  readonly bytes: number;
  run(): Promise<void>;
  reject(error: unknown): void;
}

export interface QueueLimits {
  /** Commits and changes that may wait. */
  readonly waiting: number;
  /** Bytes that may wait. */
  readonly bytes: number;
  /** Records in one batch. */
  readonly batchRecords: number;
  /** Bytes in one batch. */
  readonly batchBytes: number;
}

/** What waits for the chain's head, first come first served. Bounded, so that a slow database cannot fill the memory. */
export class CommitQueue {
  readonly #limits: QueueLimits;
  #waiting: (WaitingCommit | WaitingChange)[] = [];
  #bytes = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** Throws OVERLOADED when it is full. */
  add(item: WaitingCommit | WaitingChange): void {
    const bytes = bytesOf(item);
    const isFull = this.#waiting.length >= this.#limits.waiting || this.#bytes + bytes > this.#limits.bytes;
    if (isFull && this.#waiting.length > 0)
      throw errors.OVERLOADED([`${this.#waiting.length} commits for the database`]);
    this.#waiting.push(item);
    this.#bytes += bytes;
  }

  /** Takes a change, or as many commits as make a batch; undefined when nothing waits. */
  take(): WaitingChange | WaitingCommit[] | undefined {
    const [first] = this.#waiting;
    if (!first) return undefined;
    if (first.kind === 'change') {
      this.#waiting.shift();
      this.#bytes -= first.bytes;
      return first;
    }
    const batch: WaitingCommit[] = [];
    let records = 0;
    let bytes = 0;
    for (const item of this.#waiting) {
      if (item.kind === 'change') break;
      records += item.commit.records.length;
      bytes += item.commit.bytes;
      if (batch.length > 0 && (records > this.#limits.batchRecords || bytes > this.#limits.batchBytes)) break;
      batch.push(item);
    }
    this.#waiting = this.#waiting.slice(batch.length);
    for (const item of batch) this.#bytes -= item.commit.bytes;
    return batch;
  }
}

function bytesOf(item: WaitingCommit | WaitingChange): number {
  return item.kind === 'commit' ? item.commit.bytes : item.bytes;
}
