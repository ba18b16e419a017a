import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll } from 'vitest';
import { liveSuite } from './_live-suite.js';

const base = process.env.TYRIAN_TEST_POSTGRES ?? 'postgres://root@127.0.0.1:5432/test';
const name = `tyrian_live_${randomBytes(4).toString('hex')}`;
let made: Promise<void> | undefined;

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(sql);
  await client.end();
}

liveSuite('changes with two servers on one PostgreSQL', 2, async () => {
  made ??= asAdministrator(`create database ${name}`);
  await made;
  const url = new URL(base);
  url.pathname = `/${name}`;
  return ['--database', url.href];
});

afterAll(() => asAdministrator(`drop database if exists ${name} with (force)`));
