import { createHash } from 'node:crypto';
import {
  type Checkpoint,
  CheckpointBody,
  type Event,
  eventSubject,
  HeldEvent,
  type NewRecord,
  type RecordType,
  TenantId,
} from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_START, verifyCheckpointSignature } from '../src/index.js';
import { type Engine, embeddedEngine, freshStore } from './harness.js';
import { heldEvent, newEvidence, newRecord, tick } from './things.js';

/** Random histories, held against what a list in memory says of them. */
let engine: Engine;
beforeAll(async () => {
  engine = await embeddedEngine();
});
afterAll(() => engine.close());

const TYPES: RecordType[] = ['generation.input', 'generation.output', 'case.opened', 'request.rejected'];
const TENANTS = ['acme', 'other'].map((tenant) => TenantId.parse(tenant));
const SUBJECTS = ['p-1', 'p-2', undefined];

function history(length: number): NewRecord[] {
  return Array.from({ length }, (_, index) => {
    const subject = SUBJECTS[(index * 5) % 3];
    return newRecord({
      type: TYPES[(index * 7) % 4] ?? 'case.opened',
      tenant: TENANTS[(index * 3) % 2] ?? TenantId.parse('acme'),
      subject: subject === undefined ? undefined : { value: subject, keyId: 'pseudonym-1' },
      payload: { index },
    });
  });
}

describe('the list of records', () => {
  it('is the newest of those that every part of the question fits', async () => {
    const { store } = await freshStore(engine);
    const all = history(60);
    await Promise.all(all.map((record) => store.records.append({ records: [record] })));
    for (const type of [undefined, ...TYPES])
      for (const tenant of [undefined, ...TENANTS])
        for (const subject of SUBJECTS)
          for (const limit of [1, 7, 100]) {
            const query = { limit, ...(type && { type }), ...(tenant && { tenant }), ...(subject && { subject }) };
            const expected = all
              .filter((record) => type === undefined || record.type === type)
              .filter((record) => tenant === undefined || record.tenant === tenant)
              .filter((record) => subject === undefined || record.subject?.value === subject)
              .map(({ id }) => id)
              .sort()
              .reverse()
              .slice(0, limit);
            expect((await store.records.list(query)).map(({ id }) => id)).toEqual(expected);
          }
    await store.close();
  });
});

describe('erasure', () => {
  it('takes the payloads that were named, leaves the others, and breaks no chain', async () => {
    const { store } = await freshStore(engine);
    const all = history(40);
    await store.records.append({ records: all });
    const erased = new Set<string>();
    let notes = 0;
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { maxLength: 6 }), async (chosen) => {
        const fresh = chosen.filter(({ id }) => !erased.has(id));
        const ids = chosen.map(({ id }) => id);
        expect(await store.records.erase(ids, 'asked for')).toBe(fresh.length);
        for (const id of ids) erased.add(id);
        notes += new Set(fresh.map(({ tenant }) => tenant)).size;
        for (const { id, payload } of all) {
          const expected = erased.has(id) ? null : JSON.stringify(payload);
          expect((await store.records.find(id))?.payload).toBe(expected);
        }
        const records = all.length + notes;
        expect(await store.audit.verify()).toMatchObject({ intact: true, erased: erased.size, records });
      }),
      { numRuns: 8 },
    );
    await store.close();
  });

  it('is still shown by a witness from before, which vouches for what stood there', async () => {
    const { store } = await freshStore(engine);
    const all = history(5);
    await store.records.append({ records: all });
    const witness = await store.audit.checkpoint();
    await store.records.erase(
      all.map(({ id }) => id),
      'asked for',
    );
    expect(await store.audit.verify(witness)).toMatchObject({ intact: true, erased: 5 });
    await store.close();
  });
});

describe('the outbox', () => {
  it('hands over the events of a verdict in their order, however often and whichever handlers fail', async () => {
    const plan = fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 12 });
    const { store } = await freshStore(engine);
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        const verdicts = Array.from({ length: 4 }, () => heldEvent(newEvidence()));
        const events = steps.flatMap(([verdict], index): HeldEvent[] => {
          const of = verdicts[verdict];
          return of ? [{ ...of, fingerprint: String(index) }] : [];
        });
        const failures = new Map(steps.map(([, failing], index) => [String(index), failing]));
        for (const event of events) await store.records.append({ events: [event] });
        const taken: Event[] = [];
        const handle = async (event: Event) => {
          const { fingerprint } = HeldEvent.parse(event);
          const left = failures.get(fingerprint) ?? 0;
          failures.set(fingerprint, left - 1);
          if (left > 0) throw new Error('not now');
          taken.push(event);
        };
        for (let round = 0; (await store.outbox.pending()) > 0 && round < 60; round++) {
          await store.outbox.deliver(100, handle);
          for (let waited = 0; waited < 5_000; waited++) tick();
        }
        expect(taken).toHaveLength(events.length);
        for (const { verdict } of verdicts)
          expect(taken.filter((event) => eventSubject(event) === verdict)).toEqual(
            events.filter((event) => eventSubject(event) === verdict),
          );
      }),
      { numRuns: 6 },
    );
    await store.close();
  });

  it('waits longer after each failure, and never more than five minutes', async () => {
    const { store, database } = await freshStore(engine);
    const pauses: number[] = [];
    await store.records.append({ events: [heldEvent(newEvidence())] });
    for (let attempt = 0; attempt < 12; attempt++) {
      await database.db.updateTable('outbox').set({ due_at: 0 }).execute();
      await store.outbox.deliver(1, () => Promise.reject(new Error('not now')));
      const row = await database.db.selectFrom('outbox').select(['due_at', 'attempts']).executeTakeFirstOrThrow();
      expect(row.attempts).toBe(attempt + 1);
      pauses.push(row.due_at - tick());
    }
    const rounded = pauses.map((pause) => Math.round(pause / 1_000));
    expect(rounded).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    await store.close();
  });

  it('offers an event again when whoever had claimed it never came back', async () => {
    const { store } = await freshStore(engine);
    await store.records.append({ events: [heldEvent(newEvidence())] });
    await new Promise<void>((claimed) => {
      // This handler never ends, as that of a process that was killed.
      void store.outbox.deliver(1, () => new Promise(() => claimed()));
    });
    expect(await store.outbox.deliver(1, async () => undefined)).toBe(0);
    for (let waited = 0; waited < 61_000; waited++) tick();
    expect(await store.outbox.deliver(1, async () => undefined)).toBe(1);
    expect(await store.outbox.pending()).toBe(0);
    await store.close();
  });
});

describe('the vault', () => {
  it('destroys exactly what has expired, tenant by tenant, and says so once', async () => {
    const { store, database } = await freshStore(engine);
    const all = Array.from({ length: 30 }, (_, index) =>
      newEvidence({ expiresAt: 1_000 + index * 10, tenant: TENANTS[index % 2] ?? TenantId.parse('acme') }),
    );
    await store.records.append({ evidence: all });
    const onHold = all.filter((_, index) => index % 7 === 0).map(({ id }) => id);
    await database.db.updateTable('evidence').set({ legal_hold: true }).where('id', 'in', onHold).execute();
    for (const now of [999, 1_000, 1_095, 1_095, 2_000]) {
      const before = await database.db.selectFrom('evidence').select('id').execute();
      const due = all.filter(({ id, expiresAt }) => expiresAt <= now && !onHold.includes(id)).map(({ id }) => id);
      const expected = before.filter(({ id }) => due.some((one) => one === id)).length;
      expect(await store.vault.expire(now)).toBe(expected);
      for (const { id } of all) expect((await store.vault.find(id)) === undefined).toBe(due.includes(id));
    }
    const said = await store.records.list({ type: 'evidence.expired', limit: 100 });
    const ids = said.flatMap(({ payload }) => JSON.parse(payload ?? '{}').ids);
    expect(ids.sort()).toEqual(
      all
        .map(({ id }) => id)
        .filter((id) => !onHold.includes(id))
        .sort(),
    );
    await store.close();
  });
});

describe('checkpoints', () => {
  it('make a chain of their own, of which each link vouches for all that came before it', async () => {
    const { store } = await freshStore(engine);
    const made: Checkpoint[] = [];
    for (let round = 0; round < 5; round++) {
      await store.records.append({ records: history(round + 1) });
      const checkpoint = await store.audit.checkpoint();
      if (checkpoint) made.push(checkpoint);
    }
    expect(made).toHaveLength(5);
    let previous = CHAIN_START;
    let seq = 0;
    for (const [index, checkpoint] of made.entries()) {
      const body = CheckpointBody.parse(JSON.parse(checkpoint.body));
      seq += index + 1;
      expect(body).toMatchObject({ number: index + 1, previous, heads: [{ seq }] });
      expect(verifyCheckpointSignature(checkpoint)).toBe(true);
      previous = createHash('sha256').update(checkpoint.body).digest('hex');
      expect(await store.audit.verify(checkpoint)).toMatchObject({ intact: true, checkpoints: 5, uncheckpointed: 0 });
    }
    expect(await store.audit.latest()).toEqual(made.at(-1));
    await store.close();
  });

  it('are not believed of another installation', async () => {
    const mine = await freshStore(engine);
    await mine.store.records.append({ records: history(2) });
    const witness = await mine.store.audit.checkpoint();
    await mine.store.close();
    const other = await freshStore(engine);
    await other.store.records.append({ records: history(2) });
    expect(await other.store.audit.verify(witness)).toMatchObject({ intact: false });
    expect(await other.store.audit.verify()).toMatchObject({ intact: true });
    await other.store.close();
  });

  it('stop being checked when whoever asked has gone', async () => {
    const { store } = await freshStore(engine);
    await store.records.append({ records: history(3) });
    await expect(store.audit.verify(undefined, AbortSignal.abort())).rejects.toThrow();
    await store.close();
  });
});
