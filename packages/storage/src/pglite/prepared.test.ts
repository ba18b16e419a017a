import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BYTEA, INT8, parseInt8 } from '../database/column-types.js';
import { PreparedStatements } from './prepared.js';
import { PREPARED } from './protocol.js';

let database: PGlite;
/** There is one for a database. */
let statements: PreparedStatements;
beforeAll(async () => {
  database = await PGlite.create({
    serializers: { [BYTEA]: (value) => value },
    parsers: { [BYTEA]: (text) => Buffer.from(text.slice(2), 'hex'), [INT8]: parseInt8 },
  });
  statements = new PreparedStatements(database);
  await database.exec('create table otters (id text primary key, age bigint, fur bytea, is_wet boolean)');
});
afterAll(() => database.close());

const INSERT = 'insert into otters values ($1, $2, $3, $4) returning *';
const FIND = 'select id, age, fur, is_wet, null as nothing from otters where age >= $1 order by id';

it('gives what the same statement gives unprepared, time after time', async () => {
  for (const [at, name] of ['zorb', 'blax', 'quux'].entries()) {
    const added = await statements.query(PREPARED + INSERT, [name, at, new Uint8Array([at, 0, 255]), at === 1]);
    expect(added.affectedRows).toBe(1);
    expect(added.rows[0]).toMatchObject({ id: name, age: at, is_wet: at === 1 });
    expect((await statements.query(PREPARED + FIND, [1])).rows).toEqual((await statements.query(FIND, [1])).rows);
  }
  const bare = await statements.query(PREPARED + INSERT, ['bare', null, null, null]);
  expect(bare.rows).toEqual([{ id: 'bare', age: null, fur: null, is_wet: null }]);
});

it('tells what is wrong as it is told unprepared, and goes on', async () => {
  const add = (marker: string) => statements.query(marker + INSERT, ['twice', 1, null, false]);
  await add(PREPARED);
  const codeOf = (running: Promise<unknown>) =>
    running.then(
      () => 'none',
      ({ code }) => code,
    );
  expect(await codeOf(add(PREPARED))).toBe('23505');
  expect(await codeOf(add(''))).toBe('23505');
  expect(await codeOf(statements.query(`${PREPARED}select no_such_thing`, []))).toBe('42703');
  expect((await statements.query(`${PREPARED}select 7 as seven`, [])).rows).toEqual([{ seven: 7 }]);
});

it('runs in the transaction around it', async () => {
  await statements.query('begin', []);
  await statements.query(PREPARED + INSERT, ['gone', 1, null, false]);
  await statements.query('rollback', []);
  expect((await statements.query(`${PREPARED}select id from otters where id = $1`, ['gone'])).rows).toEqual([]);
});

it('runs also more statements than it keeps', async () => {
  for (const _ of [1, 2])
    for (let at = 0; at < 20; at++)
      expect((await statements.query(`${PREPARED}select ${at} as found`, [])).rows).toEqual([{ found: at }]);
});
