import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseFromRow } from '../src/cases/rows.js';
import { migrate } from '../src/database/migrate.js';
import type { Migration } from '../src/database/migration.js';
import { migrations } from '../src/database/migrations/index.js';
import type { Engine } from './harness.js';

/** How the tables come into being, on whatever engine. */
export function migrationSuite(openEngine: () => Promise<Engine>): void {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });

  const later: Migration = {
    name: '29991231t0000-later',
    async apply(trx) {
      await trx.schema.createTable('later').addColumn('id', 'integer').execute();
    },
  };

  describe('migrations', () => {
    it('are sorted by time', () => {
      expect(migrations.map((migration) => migration.name)).toEqual(
        migrations.map((migration) => migration.name).sort(),
      );
    });

    it('are applied once, also when two processes start at once', async () => {
      const database = await engine.fresh();
      const other = await engine.again(database);
      await Promise.all([migrate(database.db, migrations, 1), migrate(other.db, migrations, 2)]);
      await migrate(database.db, migrations, 3);
      const applied = await database.db.selectFrom('migrations').selectAll().execute();
      expect(applied.map((row) => row.name)).toEqual(migrations.map((migration) => migration.name));
      await Promise.all([database.close(), other.close()]);
    });

    it('bring an older database forward', async () => {
      const database = await engine.fresh();
      await migrate(database.db, migrations, 1);
      await migrate(database.db, [...migrations, later], 2);
      expect(await database.db.selectFrom('migrations').select('name').where('applied_at', '=', 2).execute()).toEqual([
        { name: later.name },
      ]);
      await database.close();
    });

    it('route old cases: what may be about a child to its own queue, and all else to the general one', async () => {
      const database = await engine.fresh();
      const { db } = database;
      const before = migrations.filter(({ name }) => name < '20261127t1540');
      await migrate(db, before, 1);
      const insert = (id: string, kind: string, isQuiet: boolean) =>
        sql`insert into cases (id, tenant, kind, status, verdict, fingerprint, rules, opened_at, expires_at, quiet)
          values (${id}, 'acme', ${kind}, 'open', ${`vrd_${id}`}, 'f', '[]', 1, 9, ${isQuiet})`.execute(db);
      await insert('held', 'hold', false);
      await insert('quiet', 'hold', true);
      await insert('stepped', 'conduct', true);
      await insert('forgotten', 'conduct', true);
      await sql`insert into conduct_steps (id, tenant, kind, subject, step, is_silent, verdict, case_id, rules, started_at,
        until, revision) values ('s', 'acme', 'account', 'p1', 'suspend', false, 'v', 'stepped', '[]', 1, 9, 1)`.execute(
        db,
      );
      await migrate(db, migrations, 2);
      const rows = await db.selectFrom('cases').selectAll().orderBy('id').execute();
      expect(
        rows.map(({ id, queue, priority, child_safety, subject }) => [id, queue, priority, child_safety, subject]),
      ).toEqual([
        ['forgotten', 'child-safety', 100, true, null],
        ['held', 'general', 50, false, null],
        ['quiet', 'child-safety', 100, true, null],
        ['stepped', 'general', 50, false, 'p1'],
      ]);
      expect(rows.map((row) => caseFromRow(row, 1).lease)).toEqual([null, null, null, null]);
      await database.close();
    });

    it('refuse a database that is newer than the program', async () => {
      const database = await engine.fresh();
      await migrate(database.db, [...migrations, later], 1);
      await expect(migrate(database.db, migrations, 2)).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
      await database.close();
    });

    it('leave nothing behind when one fails', async () => {
      const database = await engine.fresh();
      const broken: Migration = {
        name: '29991231t0001-broken',
        async apply(trx) {
          await later.apply(trx);
          await trx.schema.createTable('later').execute();
        },
      };
      await expect(migrate(database.db, [...migrations, broken], 1)).rejects.toThrow();
      await migrate(database.db, [...migrations, later], 2);
      expect(await database.db.selectFrom('migrations').select('name').execute()).toHaveLength(migrations.length + 1);
      await database.close();
    });
  });
}
