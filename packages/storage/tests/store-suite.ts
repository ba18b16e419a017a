import type { Event, RecordType, Store } from '@tyrian/contracts';
import { eventSubject, HeldEvent, newId, TenantId } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryHash, payloadCommitment } from '../src/chain/entry-hash.js';
import type { Database } from '../src/database/database.js';
import { type Engine, freshStore } from './harness.js';
import {
  heldEvent,
  lead,
  newApiKey,
  newCase,
  newEvidence,
  newRecord,
  POLICY,
  recordsOfType,
  resolved,
  TENANT,
  tick,
} from './things.js';

/** What a store does, on whatever engine. */
export function storeSuite(openEngine: () => Promise<Engine>): void {
  let engine: Engine;
  let store: Store;
  let database: Database;

  beforeAll(async () => {
    engine = await openEngine();
    ({ store, database } = await freshStore(engine));
  });
  afterAll(() => store.close());

  async function newest(type: RecordType) {
    const [record] = await store.records.list({ type, limit: 1 });
    return record && { ...record, payload: JSON.parse(record.payload ?? 'null') };
  }

  describe('records', () => {
    it('gives back exactly what was appended, chained', async () => {
      const subject = { value: 'pseudo-1', keyId: 'pseudonym-1' };
      const record = newRecord({
        subject,
        payload: { text: 'ü "quoted" \\ \u0000\u001e\u001d \u{1f600} \ud800', n: 1.5, list: [null, true] },
      });
      await store.records.append({ records: [record] });
      const found = await store.records.find(record.id);
      expect(found).toMatchObject({ id: record.id, type: record.type, at: record.at, tenant: TENANT, subject });
      expect(found?.payload).toBe(JSON.stringify(record.payload));
      expect(found && entryHash(found)).toBe(found?.hash);
      expect(payloadCommitment(Buffer.from(found?.salt ?? '', 'hex'), found?.payload ?? '')).toBe(found?.commitment);
    });

    it('keeps the order of a commit, and numbers without a gap', async () => {
      const records = recordsOfType('generation.output', 20);
      await Promise.all(records.map((record) => store.records.append({ records: [record] })));
      const found = await Promise.all(records.map((record) => store.records.find(record.id)));
      expect(new Set(found.map((record) => record?.writer)).size).toBe(1);
      const first = found[0]?.seq ?? 0;
      expect(found.map((record) => record?.seq)).toEqual(records.map((_, index) => first + index));
      expect(found[7]?.previous).toBe(found[6]?.hash);
    });

    it('lists the newest first, by type, tenant and subject', async () => {
      const other = TenantId.parse('other');
      const subject = { value: 'pseudo-list', keyId: 'pseudonym-1' };
      const records = [
        newRecord({ type: 'request.rejected', tenant: other, subject }),
        newRecord({ type: 'upstream.failed', tenant: other, subject }),
        newRecord({ type: 'request.rejected', tenant: TENANT, subject }),
      ];
      await store.records.append({ records });
      const ids = records.map((record) => record.id);
      const list = async (query: object) =>
        (await store.records.list({ limit: 10, ...query })).map((record) => record.id);
      expect(await list({ subject: 'pseudo-list' })).toEqual([ids[2], ids[1], ids[0]]);
      expect(await list({ subject: 'pseudo-list', type: 'request.rejected' })).toEqual([ids[2], ids[0]]);
      expect(await list({ tenant: other })).toEqual([ids[1], ids[0]]);
      expect(await list({ tenant: other, limit: 1 })).toEqual([ids[1]]);
    });

    it('refuses what cannot be stored before it can harm its neighbours', async () => {
      const good = newRecord();
      const tooLarge = newRecord({ payload: { text: 'x'.repeat(300 << 10) } });
      const control = newRecord({ tenant: TenantId.parse('a\u001eb') });
      const results = await Promise.allSettled(
        [tooLarge, good, control].map((record) => store.records.append({ records: [record] })),
      );
      expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'rejected']);
      expect(results[0]).toMatchObject({ reason: { code: 'INVALID_INPUT' } });
      expect(await store.records.find(good.id)).toBeDefined();
    });

    it('lets one commit fail without the others of its batch', async () => {
      const known = newRecord();
      await store.records.append({ records: [known] });
      const good = recordsOfType('generation.input', 3);
      const results = await Promise.allSettled(
        [good[0], known, good[1], good[2]].map((record) => store.records.append({ records: record ? [record] : [] })),
      );
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      expect(results[1]).toMatchObject({ reason: { code: 'INVALID_INPUT' } });
      expect(await store.audit.verify()).toMatchObject({ intact: true });
    });

    it('stores nothing of a commit when any of it cannot be stored', async () => {
      const evidence = newEvidence();
      await store.records.append({ evidence: [evidence] });
      const record = newRecord();
      await expect(store.records.append({ records: [record], evidence: [evidence] })).rejects.toThrow();
      expect(await store.records.find(record.id)).toBeUndefined();
    });

    it('erases payload and salt, says so, and still verifies', async () => {
      const records = [
        newRecord({ payload: { secret: 'zorblax' } }),
        newRecord(),
        newRecord({ tenant: TenantId.parse('other') }),
      ];
      await store.records.append({ records });
      expect(
        await store.records.erase(
          records.map((record) => record.id),
          'asked for by the account',
        ),
      ).toBe(3);
      const found = await store.records.find(records[0]?.id ?? newId('record'));
      expect(found).toMatchObject({ payload: null, salt: null });
      expect(found && entryHash(found)).toBe(found?.hash);
      const notes = await store.records.list({ type: 'record.erased', limit: 2 });
      const payloads = notes.map((note) => JSON.parse(note.payload ?? ''));
      expect(payloads.flatMap((payload) => payload.ids).sort()).toEqual(records.map((record) => record.id).sort());
      expect(payloads[0]).toMatchObject({ why: 'asked for by the account' });
      expect(await store.audit.verify()).toMatchObject({ intact: true, erased: 3 });
    });

    it('erases nothing twice, and never the note of an erasure', async () => {
      const record = newRecord();
      await store.records.append({ records: [record] });
      expect(await store.records.erase([record.id, newId('record')], 'once')).toBe(1);
      const note = await newest('record.erased');
      expect(await store.records.erase([record.id, ...(note ? [note.id] : [])], 'twice')).toBe(0);
      expect((await newest('record.erased'))?.id).toBe(note?.id);
    });
  });

  describe('vault', () => {
    async function sealedCase() {
      const evidence = newEvidence({ jurisdiction: 'eu' });
      await store.records.append({ evidence: [evidence] });
      const opened = newCase({ verdict: evidence.verdict, evidence: evidence.id });
      await store.cases.open(opened);
      return { evidence, opened };
    }

    it('tells about evidence without opening it, and keeps no word of it in clear', async () => {
      const { evidence } = await sealedCase();
      const summary = await store.vault.find(evidence.id);
      expect(await store.vault.findByVerdict(evidence.tenant, evidence.verdict, ['hold'])).toEqual(summary);
      expect(await store.vault.findByVerdict(TenantId.parse('other'), evidence.verdict, ['hold'])).toBeUndefined();
      expect(summary).toMatchObject({
        id: evidence.id,
        kind: 'hold',
        legalHold: false,
        jurisdiction: 'eu',
        keyId: 'vault-1',
      });
      expect(summary?.bytes).toBeGreaterThan(40);
      const row = await database.db
        .selectFrom('evidence')
        .selectAll()
        .where('id', '=', evidence.id)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(row.sealed).includes('zorblax')).toBe(false);
    });

    it('opens evidence through its case, and records who and why', async () => {
      const { evidence, opened } = await sealedCase();
      expect(await store.vault.open(evidence.id, { case: opened.id, by: 'kim', view: 'entire' })).toEqual(
        evidence.content,
      );
      expect(await newest('evidence.opened')).toMatchObject({
        tenant: TENANT,
        payload: { evidence: evidence.id, case: opened.id, by: 'kim', view: 'entire' },
      });
    });

    it('opens nothing through another case, and records nothing then', async () => {
      const { evidence } = await sealedCase();
      const other = newCase();
      await store.cases.open(other);
      const before = await newest('evidence.opened');
      await expect(store.vault.open(evidence.id, { case: other.id, by: 'kim', view: 'entire' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(
        store.vault.open(newId('evidence'), { case: other.id, by: 'kim', view: 'entire' }),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await newest('evidence.opened')).toEqual(before);
    });

    it('does not open evidence that was moved to another verdict', async () => {
      const { evidence, opened } = await sealedCase();
      await database.db
        .updateTable('evidence')
        .set({ verdict: newId('verdict') })
        .where('id', '=', evidence.id)
        .execute();
      await expect(store.vault.open(evidence.id, { case: opened.id, by: 'kim', view: 'entire' })).rejects.toThrow(
        /not as it was sealed/,
      );
    });

    it('destroys what has expired, except on legal hold', async () => {
      const [due, held, later] = [newEvidence(), newEvidence(), newEvidence({ expiresAt: tick() + 1e9 })];
      await store.records.append({ evidence: [due, held, later] });
      await database.db.updateTable('evidence').set({ legal_hold: true }).where('id', '=', held.id).execute();
      expect(await store.vault.expire(tick() + 10_000)).toBeGreaterThanOrEqual(1);
      expect(await store.vault.find(due.id)).toBeUndefined();
      expect(await store.vault.find(held.id)).toMatchObject({ legalHold: true });
      expect(await store.vault.find(later.id)).toBeDefined();
      expect((await newest('evidence.expired'))?.payload.ids).toContain(due.id);
    });
  });

  describe('cases', () => {
    it('opens one case for a verdict, however often', async () => {
      const first = newCase();
      await store.cases.open(first);
      await store.cases.open(newCase({ verdict: first.verdict }));
      expect(await store.cases.findByVerdict(first.verdict)).toEqual(first);
      expect(await store.cases.find(first.id)).toEqual(first);
      expect(await newest('case.opened')).toMatchObject({ payload: { case: first.id, verdict: first.verdict } });
    });

    it('decides an open case once, with its record', async () => {
      const opened = newCase();
      await store.cases.open(opened);
      const [kim, resolution] = [lead('kim'), resolved('release', 'quotes a zorblax')];
      const decided = await store.cases.decide(opened.id, kim, resolution);
      expect(decided).toEqual({
        ...opened,
        status: 'decided',
        decision: 'release',
        decidedBy: 'kim',
        decidedAt: kim.at,
        reason: resolution.reason,
      });
      const record = await newest('case.decided');
      expect(record).toMatchObject({ payload: { case: opened.id, decision: 'release', by: 'kim' } });
      expect(JSON.stringify(record)).not.toContain('zorblax');
      await expect(store.cases.decide(opened.id, kim, resolution)).rejects.toMatchObject({ code: 'CASE_CLOSED' });
      await expect(store.cases.decide(newId('case'), kim, resolution)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await newest('case.decided'))?.id).toBe(record?.id);
    });

    it('knows what was released for a tenant, and since when', async () => {
      const opened = newCase();
      await store.cases.open(opened);
      const at = tick();
      await store.cases.decide(opened.id, lead('kim', at), resolved('release'));
      expect(await store.cases.isReleased(TENANT, opened.fingerprint, at)).toBe(true);
      expect(await store.cases.isReleased(TENANT, opened.fingerprint, at + 1)).toBe(false);
      expect(await store.cases.isReleased(TenantId.parse('other'), opened.fingerprint, 0)).toBe(false);
      const refused = newCase();
      await store.cases.open(refused);
      await store.cases.decide(refused.id, lead('kim'), resolved('refuse'));
      expect(await store.cases.isReleased(TENANT, refused.fingerprint, 0)).toBe(false);
    });

    it('marks what nobody decided in time, and lists by status', async () => {
      const due = newCase({ expiresAt: 5 });
      const later = newCase();
      await store.cases.open(due);
      await store.cases.open(later);
      expect(await store.cases.expire(5)).toBe(1);
      expect(await store.cases.find(due.id)).toMatchObject({ status: 'expired', decision: null });
      expect(await newest('case.expired')).toMatchObject({ payload: { case: due.id } });
      expect((await store.cases.list({ status: 'open', limit: 1 })).map((found) => found.id)).toEqual([later.id]);
      expect((await store.cases.list({ status: 'expired', limit: 5 })).map((found) => found.id)).toEqual([due.id]);
    });
  });

  describe('api keys', () => {
    it('finds a key by its hash, and keeps the first time of a revocation', async () => {
      const key = newApiKey();
      await store.apiKeys.insert(key);
      expect(await store.apiKeys.findByHash(key.hash)).toEqual(key);
      expect(await newest('key.created')).toMatchObject({ payload: { key: key.id } });
      const at = tick();
      expect(await store.apiKeys.revoke(key.id, at)).toEqual({ ...key, revokedAt: at });
      const record = await newest('key.revoked');
      expect(await store.apiKeys.revoke(key.id, tick())).toEqual({ ...key, revokedAt: at });
      expect((await newest('key.revoked'))?.id).toBe(record?.id);
      expect(JSON.stringify(record)).not.toContain(key.hash);
      expect(await store.apiKeys.revoke(newApiKey().id, at)).toBeUndefined();
      expect((await store.apiKeys.list()).map((found) => found.id)).toContain(key.id);
    });
  });

  describe('policies', () => {
    it('finds a policy by its hash, and records each time that it was loaded', async () => {
      await store.policies.save('hash-1', POLICY);
      const first = await newest('policy.loaded');
      await store.policies.save('hash-1', POLICY);
      expect(await store.policies.find('hash-1')).toEqual(POLICY);
      expect(await store.policies.find('hash-2')).toBeUndefined();
      const second = await newest('policy.loaded');
      expect(second).toMatchObject({ payload: { hash: 'hash-1', id: 'test', version: '1.0.0' } });
      expect(second?.id).not.toBe(first?.id);
    });
  });

  describe('outbox', () => {
    async function drain(): Promise<void> {
      while ((await store.outbox.deliver(100, async () => undefined)) > 0);
    }

    it('hands each event over once it is committed, and forgets it once taken', async () => {
      await drain();
      let called = 0;
      store.outbox.onCommitted(() => called++);
      const evidence = newEvidence();
      await store.records.append({ records: [newRecord()], evidence: [evidence], events: [heldEvent(evidence)] });
      expect(called).toBe(1);
      await store.records.append({ records: [newRecord()] });
      expect(called).toBe(1);
      expect(await store.outbox.pending()).toBe(1);
      const seen: Event[] = [];
      expect(await store.outbox.deliver(10, async (event) => void seen.push(event))).toBe(1);
      expect(seen).toEqual([heldEvent(evidence)]);
      expect(await store.outbox.pending()).toBe(0);
    });

    it('offers an event again after a pause when its handler failed, and holds back what follows it', async () => {
      const [stuck, other] = [newEvidence(), newEvidence()];
      const second = { ...heldEvent(stuck), fingerprint: 'fp-2' };
      await store.records.append({ events: [heldEvent(stuck), second, heldEvent(other)] });
      const seen: string[] = [];
      const fail = async (event: Event) => {
        seen.push(eventSubject(event));
        if (eventSubject(event) === stuck.verdict) throw new TypeError('not now, zorblax');
      };
      expect(await store.outbox.deliver(10, fail)).toBe(1);
      expect(seen).toEqual([stuck.verdict, other.verdict]);
      expect(await store.outbox.pending()).toBe(2);
      const row = await database.db.selectFrom('outbox').selectAll().orderBy('id').limit(1).executeTakeFirstOrThrow();
      expect(row).toMatchObject({ attempts: 1, last_error: 'TypeError' });
      for (let waited = 0; waited < 1100; waited++) tick();
      const order: string[] = [];
      expect(await store.outbox.deliver(10, async (event) => void order.push(HeldEvent.parse(event).fingerprint))).toBe(
        2,
      );
      expect(order).toEqual(['fp-1', 'fp-2']);
      await drain();
    });

    it('gives an event to one of several at a time', async () => {
      const events = Array.from({ length: 20 }, () => heldEvent(newEvidence()));
      await store.records.append({ events });
      const seen: string[] = [];
      const deliver = () => store.outbox.deliver(20, async (event) => void seen.push(eventSubject(event)));
      const counts = await Promise.all([deliver(), deliver(), deliver()]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
      expect([...seen].sort()).toEqual(events.map((event) => event.verdict).sort());
    });
  });

  describe('the writer', () => {
    it('refuses more than may wait, and keeps what it took', async () => {
      const small = await freshStore(engine, { queueLimit: 10 });
      const results = await Promise.allSettled(
        recordsOfType('generation.input', 30).map((record) => small.store.records.append({ records: [record] })),
      );
      const taken = results.filter((result) => result.status === 'fulfilled').length;
      expect(taken).toBe(10);
      expect(results.at(-1)).toMatchObject({ reason: { code: 'OVERLOADED' } });
      expect(await small.store.audit.verify()).toMatchObject({ intact: true, records: taken });
      await small.store.close();
    });

    it('writes what waits before it closes, and nothing after', async () => {
      const closing = await freshStore(engine);
      const late = newRecord();
      const waiting = closing.store.records.append({ records: [newRecord()] });
      const closed = closing.store.close();
      await expect(closing.store.records.append({ records: [late] })).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      await expect(waiting).resolves.toBeUndefined();
      await closed;
    });

    it('interleaves commits and changes on one chain', async () => {
      const busy = await freshStore(engine);
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          index % 4 === 0 ? busy.store.cases.open(newCase()) : busy.store.records.append({ records: [newRecord()] }),
        ),
      );
      expect(await busy.store.audit.verify()).toMatchObject({ intact: true, records: 40, writers: 1 });
      await busy.store.close();
    });

    it('says which database it is', async () => {
      expect(await store.describe()).toMatch(/^(embedded \(PGlite 0\.5\.16\)|PostgreSQL \d+(\.\d+)?)$/);
    });
  });

  describe('columns', () => {
    it('gives numbers for bigint and count, and bytes for bytea, on either engine', async () => {
      const row = await database.db
        .selectFrom('records')
        .select((select) => ['at', 'hash', select.fn.countAll().over().as('count')])
        .limit(1)
        .executeTakeFirstOrThrow();
      expect(typeof row.at).toBe('number');
      expect(typeof row.count).toBe('number');
      expect(row.hash).toBeInstanceOf(Uint8Array);
      expect(row.hash.length).toBe(32);
    });
  });
}
