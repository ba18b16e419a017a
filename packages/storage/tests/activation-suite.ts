import { createHash } from 'node:crypto';
import { type Activation, type NewActivation, newId, type RecordType, type Store, TenantId } from '@tyrian/contracts';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { type Engine, freshStore } from './harness.js';
import { newRecord, POLICY, TENANT, tick } from './things.js';

const HASH = 'a1'.repeat(32);
const OTHER = TenantId.parse('other');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function policyChange(more: Partial<NewActivation> = {}): NewActivation {
  const policy = { hash: HASH, id: 'test', version: '1.0.0', mode: 'observe', canaryPercent: 10 } as const;
  return {
    tenant: null,
    by: 'ana',
    note: 'a first look',
    change: { kind: 'policy', policy, step: 'activated' },
    files: { policy: POLICY },
    ...more,
  };
}

function switchChange(name: string, on: boolean, tenant: TenantId | null = null): NewActivation {
  return { tenant, by: 'ben', note: null, change: { kind: 'switch', part: 'rule', name, on } };
}

/** What is in force, on whatever engine; `isShared` where several processes may have the database open. */
export function activationSuite(openEngine: () => Promise<Engine>, isShared: boolean): void {
  let engine: Engine;
  let store: Store;
  let database: Database;
  const opened: Store[] = [];

  beforeEach(async () => {
    engine = await openEngine();
    ({ store, database } = await freshStore(engine));
    opened.push(store);
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  async function newest(type: RecordType) {
    const [record] = await store.records.list({ type, limit: 1 });
    return record && { tenant: record.tenant, payload: JSON.parse(record.payload ?? 'null') };
  }

  describe('activations', () => {
    it('begin with nothing', async () => {
      expect(await store.activations.revision()).toBe(0);
      expect(await store.activations.current()).toEqual({ revision: 0, entries: [] });
      expect(await store.activations.history({ limit: 10 })).toEqual([]);
    });

    it('store a policy by its hash, say who and why, and put it on record', async () => {
      const made = await store.activations.activate(policyChange());
      expect(made).toMatchObject({ revision: 1, tenant: null, by: 'ana', note: 'a first look' });
      expect(await store.policies.find(HASH)).toEqual(POLICY);
      expect(JSON.parse((await store.policies.json(HASH)) ?? '')).toEqual(POLICY);
      expect(await store.policies.savedAt(HASH)).toBe(made.at);
      expect(await store.activations.current()).toEqual({ revision: 1, entries: [made] });
      const record = await newest('policy.activated');
      expect(record).toMatchObject({ tenant: 'system', payload: { revision: 1, hash: HASH, by: 'ana', scope: 'all' } });
      expect(JSON.stringify(record)).not.toContain('first look');
      expect(await store.audit.verify()).toMatchObject({ intact: true });
    });

    it('let the last entry of each tenant and key count, and forget none', async () => {
      await store.activations.activate(switchChange('a.rule', false));
      await store.activations.activate(switchChange('b.rule', false));
      await store.activations.activate(switchChange('a.rule', false, TENANT));
      const last = await store.activations.activate(switchChange('a.rule', true));
      const { revision, entries } = await store.activations.current();
      expect(revision).toBe(4);
      const said = entries.map(({ tenant, change }: Activation) =>
        change.kind === 'switch' ? [tenant, change.name, change.on] : [],
      );
      expect(said).toEqual([
        [null, 'b.rule', false],
        [TENANT, 'a.rule', false],
        [null, 'a.rule', true],
      ]);
      const history = await store.activations.history({ limit: 10 });
      expect(history.map((one) => one.revision)).toEqual([4, 3, 2, 1]);
      expect(history[0]).toEqual(last);
      expect(await store.activations.history({ limit: 10, tenant: TENANT })).toHaveLength(1);
      expect(await store.activations.history({ limit: 10, tenant: null })).toHaveLength(3);
      expect(await store.activations.history({ limit: 10, kind: 'policy' })).toEqual([]);
    });

    it.each([
      ['promoted', 'policy.promoted'],
      ['rolled-back', 'policy.rolled-back'],
    ] as const)('put a policy that was %s on record as such', async (step, type) => {
      await store.activations.activate(policyChange());
      const { change } = policyChange();
      if (change.kind !== 'policy') throw new Error('not a policy');
      await store.activations.activate({ ...policyChange({ tenant: OTHER }), change: { ...change, step } });
      expect(await newest(type)).toMatchObject({ tenant: OTHER, payload: { revision: 2, scope: 'tenant' } });
    });

    it('keep the text of a lexicon under its hash, and refuse another text for it', async () => {
      const yaml = 'schemaVersion: 1 # ü "quoted" \\';
      const change = { kind: 'lexicon', name: 'own', hash: sha256(yaml) } as const;
      const wanted = { tenant: null, by: 'ana', note: null, change };
      await expect(store.activations.activate({ ...wanted, files: { lexicon: `${yaml} ` } })).rejects.toMatchObject({
        code: 'ACTIVATION_INVALID',
      });
      await expect(store.activations.activate(wanted)).rejects.toMatchObject({ code: 'ACTIVATION_INVALID' });
      expect(await store.activations.revision()).toBe(0);
      expect(await newest('lexicon.activated')).toBeUndefined();
      await store.activations.activate({ ...wanted, files: { lexicon: yaml } });
      expect(await store.activations.lexicon(sha256(yaml))).toBe(yaml);
      expect(await newest('lexicon.activated')).toMatchObject({ payload: { name: 'own', hash: sha256(yaml) } });
      await store.activations.activate({ ...wanted, change: { ...change, hash: null } });
      expect(await newest('lexicon.removed')).toMatchObject({ payload: { name: 'own', revision: 2 } });
    });

    it('refuse a policy that is not stored', async () => {
      const { files: _, ...bare } = policyChange();
      await expect(store.activations.activate(bare)).rejects.toMatchObject({ code: 'ACTIVATION_INVALID' });
      expect(await store.activations.history({ limit: 1 })).toEqual([]);
    });

    it('keep an allowed phrase out of the record', async () => {
      const change = { kind: 'allow', phrase: 'Zorb Blax', on: true } as const;
      await store.activations.activate({ tenant: TENANT, by: 'ana', note: null, change });
      await store.activations.activate({
        tenant: TENANT,
        by: 'ana',
        note: null,
        change: { ...change, phrase: 'zorb blax', on: false },
      });
      const { entries } = await store.activations.current();
      expect(entries.map((entry) => entry.change)).toEqual([{ kind: 'allow', phrase: 'zorb blax', on: false }]);
      const [added, removed] = [await newest('allow.added'), await newest('allow.removed')];
      expect(added?.payload.phrase).toBe(sha256('zorb blax'));
      expect(removed?.payload.phrase).toBe(sha256('zorb blax'));
      expect(JSON.stringify([added, removed]).toLowerCase()).not.toContain('blax');
    });

    it.runIf(isShared)('number changes of several processes one after another, without a gap', async () => {
      const second = await createStore(await engine.again(database), { keys: memoryKeys(), clock: tick });
      opened.push(second);
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          (at % 2 ? store : second).activations.activate(switchChange(`rule-${at}`, false)),
        ),
      );
      expect(made.map((one) => one.revision).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, at) => at + 1),
      );
      expect(await second.activations.revision()).toBe(20);
      expect((await store.activations.current()).entries).toHaveLength(20);
      expect(await store.audit.verify()).toMatchObject({ intact: true });
    });
  });

  describe('a scan of records', () => {
    async function scanned(query: Partial<Parameters<Store['records']['scan']>[0]>) {
      const found: string[] = [];
      const sizes: number[] = [];
      for await (const batch of store.records.scan({ types: ['generation.input', 'generation.output'], ...query })) {
        sizes.push(batch.length);
        found.push(...batch.map(({ id }) => id));
      }
      return { found, sizes };
    }

    it('gives each record of these types once, oldest first, in batches', async () => {
      const records = Array.from({ length: 23 }, (_, at) =>
        newRecord({ type: at % 3 === 0 ? 'generation.output' : at % 3 === 1 ? 'generation.input' : 'upstream.failed' }),
      );
      await store.records.append({ records });
      const wanted = records.filter(({ type }) => type !== 'upstream.failed').map(({ id }) => id);
      const small = await scanned({ batch: 5 });
      expect(small.found).toEqual(wanted);
      expect(Math.max(...small.sizes)).toBeLessThanOrEqual(5);
      expect((await scanned({ batch: 16 })).found).toEqual(wanted);
      expect((await scanned({})).sizes).toEqual([wanted.length]);
    });

    it('keeps to a tenant and a time', async () => {
      const records = Array.from({ length: 9 }, (_, at) => newRecord({ tenant: at % 2 ? OTHER : TENANT }));
      await store.records.append({ records });
      const [from, to] = [records[2]?.at, records[6]?.at];
      const ids = (some: typeof records) => some.map(({ id }) => id);
      expect((await scanned({ since: from, until: to, batch: 2 })).found).toEqual(ids(records.slice(2, 6)));
      expect((await scanned({ tenant: OTHER })).found).toEqual(ids(records.filter((_, at) => at % 2)));
    });

    it('gives payload and pseudonym, and no payload of what was erased', async () => {
      const record = newRecord({ subject: { value: 'p', keyId: 'pseudonym-1' }, payload: { score: 0.25 } });
      const erased = newRecord();
      await store.records.append({ records: [record, erased] });
      await store.records.erase([erased.id], 'asked for');
      const rows = [];
      for await (const batch of store.records.scan({ types: ['generation.input'] })) rows.push(...batch);
      expect(rows).toEqual([
        { ...record, payload: '{"score":0.25}' },
        { id: erased.id, type: erased.type, at: erased.at, tenant: TENANT, subject: null, payload: null },
      ]);
    });

    it('takes in what is written while it reads, or not, but never twice', async () => {
      const before = Array.from({ length: 10 }, () => newRecord());
      await store.records.append({ records: before });
      const found: string[] = [];
      for await (const batch of store.records.scan({ types: ['generation.input'], batch: 3 })) {
        found.push(...batch.map(({ id }) => id));
        if (found.length < 12) await store.records.append({ records: [newRecord({ id: newId('record', tick()) })] });
      }
      expect(new Set(found).size).toBe(found.length);
      expect(found.slice(0, 10)).toEqual(before.map(({ id }) => id));
    });
  });
}
