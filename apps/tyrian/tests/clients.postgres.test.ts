import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll } from 'vitest';
import { clientsSuite } from './_clients-suite.js';

const base = process.env.TYRIAN_TEST_POSTGRES ?? 'postgres://root@127.0.0.1:5432/test';
const name = `tyrian_clients_${randomBytes(4).toString('hex')}`;

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(sql);
  await client.end();
}

clientsSuite('clients on PostgreSQL', async () => {
  await asAdministrator(`create database ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return ['--database', url.href];
});

afterAll(() => asAdministrator(`drop database if exists ${name} with (force)`));
