import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { newSchema, POSTGRES_URL, schemaUrl } from './harness.js';
import { killRounds } from './kill-rounds.js';

const ROUNDS = 20;

it('keeps what it acknowledged after kill -9, in a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-kill-'));
  await killRounds({ kind: 'embedded', folder: join(folder, 'db') }, ROUNDS);
  rmSync(folder, { recursive: true, force: true });
  expect.hasAssertions();
});

it.runIf(process.env.TYRIAN_TEST_POSTGRES)('keeps what it acknowledged after kill -9, on PostgreSQL', async () => {
  const schema = newSchema();
  const admin = new pg.Client({ connectionString: POSTGRES_URL });
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  await killRounds({ kind: 'postgres', url: schemaUrl(schema) }, ROUNDS);
  await admin.query(`drop schema ${schema} cascade`);
  await admin.end();
  expect.hasAssertions();
});
