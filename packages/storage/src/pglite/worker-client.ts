import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { errors } from '@tyrian/contracts';
import { asDatabaseFailure } from '../database/failures.js';
import type { Parameter, Row, WorkerReply, WorkerRequest, WorkerStart } from './protocol.js';

export interface WorkerResult {
  readonly rows: Row[];
  readonly affected: number;
}

/** The embedded database as seen from outside its thread. */
export interface WorkerClient {
  query(sql: string, parameters: readonly Parameter[]): Promise<WorkerResult>;
  dump(compression: 'gzip' | 'none'): Promise<Uint8Array>;
  /** Copies the folder of the database, with everything that was written, into one that is not there yet. */
  copy(folder: string): Promise<void>;
  /** True once the thread has stopped, whatever the reason. */
  isGone(): boolean;
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. */
  terminate(): Promise<void>;
}

interface Pending {
  resolve(reply: WorkerReply): void;
  reject(error: unknown): void;
}

/** Found through the package's `imports`, so that source, build and bundle each find the worker that belongs to them. */
function workerFile(): string {
  return createRequire(import.meta.url).resolve('#pglite-worker');
}

/** Starts the thread and waits until the database is open. When the thread dies, everything pending is rejected. */
export async function startWorker(start: WorkerStart): Promise<WorkerClient> {
  // Flags of the process, such as the type of an inline script, are not the worker's.
  const worker = new Worker(workerFile(), { workerData: start, name: 'pglite', execArgv: [] });
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let gone: unknown;

  const ready = new Promise<void>((resolve, reject) => {
    pending.set(0, { resolve: () => resolve(), reject });
  });
  worker.on('message', (reply: WorkerReply) => {
    const id = reply.kind === 'ready' ? 0 : reply.id;
    const waiting = pending.get(id);
    pending.delete(id);
    if (reply.kind === 'failed') waiting?.reject(databaseError(reply.message, reply.code));
    else waiting?.resolve(reply);
  });
  worker.on('error', (error) => leave(error));
  worker.on('exit', () => leave(new Error('its thread has ended')));

  function leave(cause: unknown): void {
    const reason = cause instanceof Error ? cause.message : String(cause);
    gone ??= errors.DATABASE_UNAVAILABLE([`the embedded database has stopped: ${reason}`], { cause });
    for (const waiting of pending.values()) waiting.reject(gone);
    pending.clear();
  }

  function ask(request: (id: number) => WorkerRequest): Promise<WorkerReply> {
    if (gone) return Promise.reject(gone);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage(request(id));
    });
  }

  await ready;
  return {
    async query(sql, parameters) {
      const reply = await ask((id) => ({ kind: 'query', id, sql, parameters }));
      if (reply.kind !== 'rows') throw new Error(`the worker answered a query with ${reply.kind}`);
      return { rows: reply.rows, affected: reply.affected };
    },
    async dump(compression) {
      const reply = await ask((id) => ({ kind: 'dump', id, compression }));
      if (reply.kind !== 'dump') throw new Error(`the worker answered a dump with ${reply.kind}`);
      return reply.tar;
    },
    async copy(folder) {
      await ask((id) => ({ kind: 'copy', id, folder }));
    },
    isGone: () => gone !== undefined,
    async close() {
      if (!gone) await ask((id) => ({ kind: 'close', id }));
      await worker.terminate();
    },
    async terminate() {
      await worker.terminate();
    },
  };
}

function databaseError(message: string, code: string | null): unknown {
  return asDatabaseFailure(Object.assign(new Error(message), code === null ? {} : { code }));
}
