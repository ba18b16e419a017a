import { randomBytes } from 'node:crypto';
import pg from 'pg';

const base = process.env.TYRIAN_TEST_POSTGRES ?? 'postgres://root@127.0.0.1:5432/test';

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** A PostgreSQL database for one test file; `drop` removes it. */
export async function temporaryDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `tyrian_app_${randomBytes(4).toString('hex')}`;
  await asAdministrator(`create database ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdministrator(`drop database if exists ${name} with (force)`) };
}
