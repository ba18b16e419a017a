import type { Store } from '@tyrian/contracts';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryKeys, openStore } from '../src/index.js';
import { newSchema, POSTGRES_URL, schemaUrl } from './harness.js';
import { type LossyRoute, openLossyRoute } from './lost-answers.js';
import { newCase, newRecord, tick } from './things.js';

describe('a PostgreSQL that several processes share', () => {
  const admin = new pg.Client({ connectionString: POSTGRES_URL });
  const keys = memoryKeys();
  let url: string;
  let schemas: string[] = [];
  let opened: Store[] = [];
  let route: LossyRoute;

  beforeAll(() => admin.connect());
  beforeEach(async () => {
    const schema = newSchema();
    schemas.push(schema);
    await admin.query(`create schema ${schema}`);
    url = schemaUrl(schema);
    return async () => {
      await Promise.all(opened.map((store) => store.close()));
      opened = [];
    };
  });
  afterAll(async () => {
    for (const schema of schemas) await admin.query(`drop schema ${schema} cascade`);
    schemas = [];
    await admin.end();
  });

  async function open(options: { through?: string; reconnectMs?: number } = {}): Promise<Store> {
    const { through = url, ...rest } = options;
    const store = await openStore({ database: { kind: 'postgres', url: through }, keys, clock: tick, ...rest });
    opened.push(store);
    return store;
  }

  async function append(store: Store): Promise<string | undefined> {
    const record = newRecord();
    await store.records.append({ records: [record] });
    return (await store.records.find(record.id))?.writer;
  }

  it('gives each process a chain of its own, and the next one a chain that was left', async () => {
    const [first, second] = [await open(), await open()];
    expect([await append(first), await append(second)]).toEqual(['w1', 'w2']);
    await first.close();
    opened = [second];
    const third = await open();
    expect(await append(third)).toBe('w1');
    expect(await append(second)).toBe('w2');
    expect(await third.audit.verify()).toMatchObject({ intact: true, records: 4, writers: 2 });
  });

  it('signs the heads of all chains together', async () => {
    const [first, second] = [await open(), await open()];
    await append(first);
    await append(second);
    const checkpoint = await first.audit.checkpoint();
    expect(JSON.parse(checkpoint?.body ?? '').heads).toHaveLength(2);
    expect(await second.audit.checkpoint()).toBeUndefined();
  });

  it('never continues a chain whose end was meddled with', async () => {
    const first = await open();
    await append(first);
    await append(first);
    await first.close();
    opened = [];
    await admin.query(`delete from ${schemas.at(-1)}.records where seq = 2`);
    const second = await open();
    expect(await append(second)).toBe('w2');
    expect(await second.audit.verify()).toMatchObject({
      intact: false,
      faults: [{ kind: 'missing', writer: 'w1', seq: 2 }],
    });
  });

  it('claims again after its connection was cut, and loses nothing', async () => {
    const store = await open();
    const records = Array.from({ length: 400 }, () => newRecord());
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tyrian' and pid <> pg_backend_pid()`;
    const appended = records.map(async (record, index) => {
      await new Promise((resolve) => setTimeout(resolve, index / 4));
      await store.records.append({ records: [record] });
    });
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      await admin.query(cut);
    }
    await Promise.all(appended);
    expect(await store.audit.verify()).toMatchObject({ intact: true, records: 400 });
  });

  describe('when the answer to a commit is lost', () => {
    beforeEach(async () => {
      route = await openLossyRoute(url);
      return () => route.close();
    });

    it('writes records once', async () => {
      const store = await open({ through: route.url });
      await append(store);
      route.loseNextAnswer();
      const records = Array.from({ length: 5 }, () => newRecord());
      await Promise.all(records.map((record) => store.records.append({ records: [record] })));
      expect(await store.audit.verify()).toMatchObject({ intact: true, records: 6 });
      await store.close();
      opened = [];
    });

    it('makes a change once', async () => {
      const store = await open({ through: route.url });
      const held = newCase();
      await store.cases.open(held);
      for (let statement = 0; statement < 6; statement++) {
        const next = newCase();
        const opening = store.cases.open(next);
        await new Promise((resolve) => setTimeout(resolve, statement));
        route.loseNextAnswer();
        await opening;
        await store.cases.list({ limit: 1 }).catch(() => undefined);
        expect(await store.cases.findByVerdict(next.verdict)).toMatchObject({ id: next.id });
      }
      expect(await store.records.list({ type: 'case.opened', limit: 50 })).toHaveLength(7);
      expect(await store.audit.verify()).toMatchObject({ intact: true, records: 7 });
      await store.close();
      opened = [];
    });

    it('rejects with DATABASE_UNAVAILABLE once it has sought long enough', async () => {
      const store = await open({ through: route.url, reconnectMs: 300 });
      await append(store);
      await route.close();
      await expect(store.records.append({ records: [newRecord()] })).rejects.toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
      });
      await expect(store.cases.open(newCase())).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      await expect(store.records.list({ limit: 1 })).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      await store.close();
      opened = [];
    });
  });

  it('says that it cannot be reached when nothing listens', async () => {
    const nowhere = openStore({ database: { kind: 'postgres', url: 'postgres://root@127.0.0.1:1/test' }, keys });
    await expect(nowhere).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});
