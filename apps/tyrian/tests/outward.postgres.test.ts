import { randomBytes } from 'node:crypto';
import { memoryKeys, openStore } from '@tyrian/storage';
import pg from 'pg';
import { outwardSuite } from './_outward-suite.js';

const base = process.env.TYRIAN_TEST_POSTGRES ?? 'postgres://root@127.0.0.1:5432/test';

outwardSuite('what is told outside by two machines on one PostgreSQL', async () => {
  const schema = `tyrian_outward_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: base });
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  const url = new URL(base);
  url.searchParams.set('options', `-c search_path=${schema}`);
  let time = Date.now();
  const open = () =>
    openStore({ database: { kind: 'postgres', url: url.href }, keys: memoryKeys(), clock: () => time });
  const stores = [await open(), await open()];
  return {
    stores,
    now: () => time,
    pass(ms) {
      time += ms;
    },
    async close() {
      for (const store of stores) await store.close();
      await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
    },
  };
});
