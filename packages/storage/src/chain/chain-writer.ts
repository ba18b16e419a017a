import { setTimeout as delay, setImmediate as nextRound } from 'node:timers/promises';
import { type ChainHead, Event, errors, type NewRecord } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.js';
import { isDuplicate, isUnavailable } from '../database/failures.js';
import type { Tables } from '../database/tables.js';
import type { SealedEvidence } from '../vault/envelope.js';
import { type Claim, claimWriter } from './claim.js';
import { CommitQueue, type QueueLimits, type WaitingCommit } from './commit-queue.js';
import { chainEntries, headAfter } from './entries.js';
import { isStored } from './find-stored.js';
import { type PreparedCommit, prepareRecord } from './prepared-commit.js';
import { createSalts } from './salts.js';
import { storeBatch } from './store-entries.js';

export interface ChainWriterOptions {
  readonly database: Database;
  readonly clock: () => number;
  readonly limits: QueueLimits;
  /** For how long a lost connection is sought again before what waits is rejected. */
  readonly reconnectMs: number;
}

/** Adds a record to the change that it belongs to. */
export type Note = (record: NewRecord) => void;
/** Adds evidence to it. A change that seals something must note it too. */
export type Seal = (evidence: SealedEvidence) => void;
/** Tells an event. A change that tells something must note it too. */
export type Tell = (event: Event) => void;
type Run<Result> = (trx: Transaction<Tables>, note: Note, seal: Seal, tell: Tell) => Promise<Result>;

const RECONNECT_PAUSE_MS = 200;

/**
 * The one writer of this process's chain. Whatever takes the chain's head goes through here, in the order in which it
 * came: commits, gathered into batches while the one before is on its way, and changes of state with their records.
 */
export class ChainWriter {
  readonly #options: ChainWriterOptions;
  readonly #queue: CommitQueue;
  readonly #nextSalt = createSalts();
  readonly #onEvents: (() => void)[] = [];
  #claim: Claim | undefined;
  #head: ChainHead | undefined;
  #isClosing = false;
  #work: Promise<void> | undefined;

  constructor(options: ChainWriterOptions) {
    this.#options = options;
    this.#queue = new CommitQueue(options.limits);
  }

  /** Resolves once the commit is in the database. */
  append(commit: PreparedCommit): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#refuseIfClosing();
      this.#queue.add({ kind: 'commit', commit, resolve, reject });
      this.#wake();
    });
  }

  /**
   * Runs a change in one transaction with the records that it notes, what it seals and what it tells. It may run twice,
   * when the connection was lost and the first run did not get in. `bytes` is what it holds in memory while it waits.
   */
  change<Result>(run: Run<Result>, bytes = 0): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#refuseIfClosing();
      this.#queue.add({ kind: 'change', bytes, reject, run: async () => resolve(await this.#change(run)) });
      this.#wake();
    });
  }

  onEvents(listener: () => void): void {
    this.#onEvents.push(listener);
  }

  /** Writes what waits, then lets go of the chain. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#work;
    await this.#letGo();
  }

  #refuseIfClosing(): void {
    if (this.#isClosing) throw errors.SHUTTING_DOWN();
  }

  #wake(): void {
    this.#work ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    for (;;) {
      // Everybody whose turn it is in this round of the event loop shares the batch.
      await nextRound();
      const next = this.#queue.take();
      if (!next) break;
      if (Array.isArray(next)) await this.#storeAll(next);
      else await next.run().catch(next.reject);
    }
    // In the same tick in which the queue was found empty, so that whoever comes next wakes it again.
    this.#work = undefined;
  }

  /** Never rejects: each commit learns its own fate. */
  async #storeAll(batch: readonly WaitingCommit[]): Promise<void> {
    const giveUpAt = performance.now() + this.#options.reconnectMs;
    let waiting = batch;
    for (let isRetry = false; waiting.length > 0; isRetry = true) {
      try {
        if (isRetry) waiting = await this.#resolveStored(waiting);
        if (waiting.length > 0) await this.#store(waiting);
        return;
      } catch (error) {
        if (!isUnavailable(error)) return this.#storeSingly(waiting, isRetry, error);
        await this.#letGo();
        if (performance.now() > giveUpAt) {
          for (const item of waiting) item.reject(error);
          return;
        }
        await delay(isRetry ? RECONNECT_PAUSE_MS : 0);
      }
    }
  }

  /** One commit that the database refuses does not take the others with it. */
  async #storeSingly(batch: readonly WaitingCommit[], isRetry: boolean, error: unknown): Promise<void> {
    const [only, ...others] = batch;
    if (!only) return;
    if (others.length > 0) {
      for (const item of batch) await this.#storeAll([item]);
      return;
    }
    // A retry may meet its own first attempt, which got in after all.
    if (isRetry && isDuplicate(error)) only.resolve();
    else
      only.reject(
        isDuplicate(error)
          ? errors.INVALID_INPUT(['a record with this id is stored already'], { cause: error })
          : error,
      );
  }

  /** After a lost connection nobody knows whether the batch got in; those commits that did are not written twice. */
  async #resolveStored(batch: readonly WaitingCommit[]): Promise<WaitingCommit[]> {
    const { session } = await this.#claimed();
    const missing: WaitingCommit[] = [];
    for (const item of batch) {
      if (await isStored(session.db, item.commit)) this.#resolve([item]);
      else missing.push(item);
    }
    return missing;
  }

  async #store(batch: readonly WaitingCommit[]): Promise<void> {
    const { session, head } = await this.#claimed();
    const entries = chainEntries(
      head,
      batch.flatMap((item) => item.commit.records),
      this.#nextSalt,
    );
    const evidence = batch.flatMap((item) => item.commit.evidence);
    const events = batch.flatMap((item) => item.commit.events);
    const strikes = batch.flatMap((item) => item.commit.strikes);
    const batched = { entries, evidence, events, strikes };
    const isIn = await storeBatch(session.db, head, batched, this.#options.clock());
    if (!isIn) throw headMoved(head);
    this.#head = headAfter(head, entries);
    this.#resolve(batch);
  }

  #resolve(batch: readonly WaitingCommit[]): void {
    for (const item of batch) item.resolve();
    if (batch.some((item) => item.commit.events.length > 0)) this.#tellListeners();
  }

  #tellListeners(): void {
    for (const listener of this.#onEvents) listener();
  }

  async #change<Result>(run: Run<Result>): Promise<Result> {
    let done: { readonly result: Result; readonly firstRecord: string | undefined } | undefined;
    let hasTold = false;
    const attempt = async () => {
      const { session, head } = await this.#claimed();
      const { result, after } = await session.db.transaction().execute(async (trx) => {
        const notes: NewRecord[] = [];
        const evidence: SealedEvidence[] = [];
        const events: Event[] = [];
        const result = await run(
          trx,
          (record) => notes.push(record),
          (sealed) => evidence.push(sealed),
          (event) => events.push(Event.parse(event)),
        );
        hasTold = events.length > 0;
        done = { result, firstRecord: notes[0]?.id };
        if (notes.length === 0) return { result, after: head };
        const entries = chainEntries(head, notes.map(prepareRecord), this.#nextSalt);
        const batch = { entries, evidence, events, strikes: [] };
        const isIn = await storeBatch(trx, head, batch, this.#options.clock());
        if (!isIn) throw headMoved(head);
        return { result, after: headAfter(head, entries) };
      });
      this.#head = after;
      if (hasTold) this.#tellListeners();
      return result;
    };
    try {
      return await attempt();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await this.#letGo();
      if (done?.firstRecord && (await this.#isRecordStored(done.firstRecord))) return done.result;
      return attempt();
    }
  }

  async #isRecordStored(id: string): Promise<boolean> {
    const { session } = await this.#claimed();
    return (await session.db.selectFrom('records').select('id').where('id', '=', id).execute()).length > 0;
  }

  async #claimed(): Promise<Claim> {
    if (this.#claim?.session.isLost()) await this.#letGo();
    if (!this.#claim) {
      this.#claim = await claimWriter(this.#options.database);
      this.#head = this.#claim.head;
    }
    return { session: this.#claim.session, head: this.#head ?? this.#claim.head };
  }

  async #letGo(): Promise<void> {
    const claim = this.#claim;
    this.#claim = undefined;
    this.#head = undefined;
    await claim?.session.close();
  }
}

/** Only whoever meddles with the tables can move a head that this process holds the lock of. */
function headMoved(head: ChainHead): Error {
  return errors.DATABASE_UNAVAILABLE([`the head of chain ${head.writer} is not where this process left it`]);
}
