import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Parameter } from './protocol.js';
import { Turns } from './turns.js';
import type { WorkerClient } from './worker-client.js';

/** Kysely over the one connection that an embedded database has. */
export function pgliteDialect(client: WorkerClient): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(client),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Connections are virtual: a statement waits for its turn, and a transaction keeps its turn to the end. */
class PgliteConnection implements DatabaseConnection {
  readonly #client: WorkerClient;
  readonly #turns: Turns;
  #endTurn: (() => void) | undefined;

  constructor(client: WorkerClient, turns: Turns) {
    this.#client = client;
    this.#turns = turns;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#endTurn) return this.#send(query.sql, query.parameters);
    const end = await this.#turns.take();
    try {
      return await this.#send(query.sql, query.parameters);
    } finally {
      end();
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; rows are read page by page instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported');
  }

  async begin(): Promise<void> {
    this.#endTurn = await this.#turns.take();
    try {
      await this.#send('begin', []);
    } catch (error) {
      this.release();
      throw error;
    }
  }

  async finish(statement: 'commit' | 'rollback'): Promise<void> {
    await this.#send(statement, []);
    this.release();
  }

  release(): void {
    this.#endTurn?.();
    this.#endTurn = undefined;
  }

  async #send<R>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<R>> {
    const result = await this.#client.query(sql, parameters as readonly Parameter[]);
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.affected) };
  }
}

class PgliteDriver implements Driver {
  readonly #client: WorkerClient;
  readonly #turns = new Turns();

  constructor(client: WorkerClient) {
    this.#client = client;
  }

  async init(): Promise<void> {
    // The client is open already.
  }

  async acquireConnection(): Promise<PgliteConnection> {
    return new PgliteConnection(this.#client, this.#turns);
  }

  async beginTransaction(connection: PgliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: PgliteConnection): Promise<void> {
    await connection.finish('commit');
  }

  async rollbackTransaction(connection: PgliteConnection): Promise<void> {
    await connection.finish('rollback');
  }

  async releaseConnection(connection: PgliteConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    // Whoever started the worker ends it: Kysely never calls this on a driver that it has not used.
  }
}
