import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { ClientBase } from 'pg';
import { asDatabaseFailure, isUnavailable } from '../database/failures.js';

/** A connection that is lent out; `release` says whether it can still be used. */
export interface LentClient {
  readonly client: ClientBase;
  release(isBroken: boolean): void;
}

/** Kysely over `pg`, with failures of the connection as errors of the catalogue. */
export function postgresDialect(lend: () => Promise<LentClient>): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgDriver(lend),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PgConnection implements DatabaseConnection {
  readonly #lent: LentClient;
  #isBroken = false;

  constructor(lent: LentClient) {
    this.#lent = lent;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const result = await this.#lent.client.query(query.sql, [...query.parameters]);
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    } catch (error) {
      const failure = asDatabaseFailure(error);
      this.#isBroken ||= isUnavailable(failure);
      throw failure;
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; rows are read page by page instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported');
  }

  release(): void {
    this.#lent.release(this.#isBroken);
  }
}

class PgDriver implements Driver {
  readonly #lend: () => Promise<LentClient>;

  constructor(lend: () => Promise<LentClient>) {
    this.#lend = lend;
  }

  async init(): Promise<void> {
    // Connections are made when they are lent.
  }

  async acquireConnection(): Promise<PgConnection> {
    try {
      return new PgConnection(await this.#lend());
    } catch (error) {
      throw asDatabaseFailure(error);
    }
  }

  async beginTransaction(connection: PgConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: PgConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: PgConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: PgConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    // Whoever opened the connections ends them.
  }
}
