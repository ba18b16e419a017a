import { type CaseId, Checkpoint, newId, TenantId } from '@tyrian/contracts';
import { verifyCheckpointSignature } from '@tyrian/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOperator, isOperationName, type OperationName, type Operator } from '../src/operator/operations.js';
import { ensureFirstKey } from '../src/serve/first-key.js';
import { createStandings } from '../src/serve/standing.js';
import { evidenceOf, heldEvent, TENANT } from './_held.js';
import { openInMemory } from './_in-memory.js';

const HOUR = 3_600_000;
let platform: Awaited<ReturnType<typeof openInMemory>>;
let operator: Operator;

beforeAll(async () => {
  platform = await openInMemory();
  operator = createOperator(platform);
});
afterAll(() => platform.store.close());

/** Something held, with its sealed evidence and its case. */
async function holdOne() {
  const at = Date.now();
  const evidence = evidenceOf('hold', at, at + HOUR);
  await platform.store.records.append({ evidence: [evidence] });
  await platform.review.take(heldEvent(evidence, at + HOUR));
  const found = await platform.store.cases.findByVerdict(evidence.verdict);
  if (!found) throw new Error('no case was opened');
  return { evidence, id: found.id };
}

async function lastRecord(type: Parameters<typeof platform.store.records.list>[0]['type'] & string) {
  const [record] = await platform.store.records.list({ type, limit: 1 });
  return { ...record, payload: JSON.parse(record?.payload ?? 'null') };
}

describe('the first key', () => {
  it('is made where there is none, and again only when the last one is revoked', async () => {
    const token = await ensureFirstKey(platform.access, 'teen');
    expect(token).toMatch(/^tyr_/);
    expect(await platform.access.authenticate(token ?? '')).toMatchObject({ tenant: 'default', audience: 'teen' });
    expect(await ensureFirstKey(platform.access, 'adult')).toBeUndefined();
    for (const { id } of await platform.access.list()) await platform.access.revoke(id);
    const second = await ensureFirstKey(platform.access, 'adult');
    expect(second).toMatch(/^tyr_/);
    expect(second).not.toBe(token);
    expect(await platform.access.authenticate(token ?? '')).toBeUndefined();
  });
});

describe('operations on keys', () => {
  const asked = { tenant: TenantId.parse('acme'), audience: 'child', refusal: 'message' } as const;
  const wanted = { ...asked, name: 'web' };

  it('make a key that lets in, list it without its secret, and shut it out', async () => {
    const { token, key } = await operator('key.create', wanted);
    expect(await platform.access.authenticate(token)).toMatchObject({ keyId: key.id, ...asked });
    const listed = await operator('key.list', {});
    expect(listed.find(({ id }) => id === key.id)).toMatchObject(wanted);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(await operator('key.revoke', { id: key.id })).toMatchObject({ id: key.id, revokedAt: expect.any(Number) });
    expect(await platform.access.authenticate(token)).toBeUndefined();
    expect(await lastRecord('key.revoked')).toMatchObject({ tenant: 'acme', payload: { key: key.id } });
  });

  it('say so where there is no such key', async () => {
    await expect(operator('key.revoke', { id: newId('apiKey') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('begin a new secret, put that on record, and never show it', async () => {
    const before = platform.keys.current('vault');
    const rotated = await operator('key.rotate', { purpose: 'vault' });
    const after = platform.keys.current('vault');
    expect(rotated).toEqual({ id: after.id, createdAt: after.createdAt });
    expect(after.id).not.toBe(before.id);
    expect(platform.keys.byId(before.id).secret).toEqual(before.secret);
    expect(await lastRecord('secret.rotated')).toMatchObject({
      tenant: 'system',
      payload: { purpose: 'vault', key: after.id },
    });
  });

  it('open after a rotation what was sealed before it', async () => {
    const { id } = await holdOne();
    await operator('key.rotate', { purpose: 'vault' });
    expect(await operator('case.open', { id, by: 'ana' })).toEqual({ said: 'zorblax' });
  });
});

describe('operations on cases', () => {
  it('list by status, newest first, and no more than asked for', async () => {
    const first = await holdOne();
    const second = await holdOne();
    const open = await operator('case.list', { status: 'open', limit: 1_000 });
    const ids = open.map(({ id }) => id);
    expect(ids.indexOf(second.id)).toBeLessThan(ids.indexOf(first.id));
    expect(await operator('case.list', { status: 'open', limit: 1 })).toHaveLength(1);
    await operator('case.decide', { id: second.id, decision: 'release', by: 'ana', reason: 'a quotation' });
    const decided = await operator('case.list', { status: 'decided', limit: 10 });
    expect(decided.map(({ id }) => id)).toContain(second.id);
    expect((await operator('case.list', { status: 'open', limit: 1_000 })).map(({ id }) => id)).not.toContain(
      second.id,
    );
  });

  it('show a case without its content, and open the content by name only', async () => {
    const { id, evidence } = await holdOne();
    expect(JSON.stringify(await operator('case.show', { id }))).not.toContain('zorblax');
    await expect(operator('case.open', { id, by: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await operator('case.open', { id, by: 'ben' })).toEqual(evidence.content);
    expect(await lastRecord('evidence.opened')).toMatchObject({ payload: { case: id, by: 'ben', view: 'entire' } });
  });

  it('decide once, and keep a note that may quote out of the record', async () => {
    const { id } = await holdOne();
    const ruling = { id, by: 'ana', reason: 'quotes zorblax' } as const;
    expect(await operator('case.decide', { ...ruling, decision: 'refuse' })).toMatchObject({
      status: 'decided',
      decision: 'refuse',
      decidedBy: 'ana',
      reason: 'quotes zorblax',
    });
    await expect(operator('case.decide', { ...ruling, decision: 'release' })).rejects.toMatchObject({
      code: 'CASE_CLOSED',
    });
    const { payload } = await lastRecord('case.decided');
    expect(payload).toMatchObject({ case: id, decision: 'refuse', by: 'ana' });
    expect(JSON.stringify(payload)).not.toContain('zorblax');
  });

  it.each(['case.show', 'case.open', 'case.decide'] as const)(
    '%s says so where there is no such case',
    async (name) => {
      const id: CaseId = newId('case');
      await expect(operator(name, { id, by: 'ana', decision: 'refuse', reason: 'so' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );
});

describe('operations on the record', () => {
  it('sign a checkpoint that stands alone, and verify with it as witness', async () => {
    await holdOne();
    const witness = await operator('audit.export', {});
    expect(Checkpoint.parse(witness)).toEqual(witness);
    expect(verifyCheckpointSignature(witness)).toBe(true);
    expect(await operator('audit.verify', { witness })).toMatchObject({ intact: true, faults: [] });
    expect(await operator('audit.verify', {})).toMatchObject({ intact: true });
  });

  it('give the last checkpoint again where nothing was written since', async () => {
    const witness = await operator('audit.export', {});
    expect(await operator('audit.export', {})).toEqual(witness);
  });

  it('report a witness of another installation as a fault', async () => {
    const other = await openInMemory();
    try {
      await expect(createOperator(other)('audit.export', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await ensureFirstKey(other.access, 'adult');
      const witness = await createOperator(other)('audit.export', {});
      expect(await operator('audit.verify', { witness })).toMatchObject({ intact: false });
    } finally {
      await other.store.close();
    }
  });
});

describe('what an operation is given', () => {
  const bad: [OperationName, unknown][] = [
    ['key.create', { tenant: '', name: 'web', audience: 'adult', refusal: 'error' }],
    ['key.create', { tenant: 'acme', name: '', audience: 'adult', refusal: 'error' }],
    ['key.create', { tenant: 'acme', name: 'web', audience: 'dogs', refusal: 'error' }],
    ['key.create', { tenant: 'acme', name: 'web', audience: 'adult', refusal: 'shout' }],
    ['key.create', {}],
    ['key.revoke', { id: 7 }],
    ['key.rotate', { purpose: 'doors' }],
    ['case.list', { limit: 0 }],
    ['case.list', { limit: 1_001 }],
    ['case.list', { limit: 1.5 }],
    ['case.list', { status: 'lost', limit: 1 }],
    ['case.decide', { id: 'cas_1', decision: 'shrug', by: 'ana', reason: 'so' }],
    ['case.decide', { id: 'cas_1', decision: 'refuse', by: 'ana' }],
    ['case.decide', { id: 'cas_1', decision: 'refuse', by: 'ana', reason: ' ' }],
    ['case.decide', { id: 'cas_1', decision: 'refuse', by: 'x'.repeat(101), reason: 'so' }],
    ['case.skip', { id: 'cas_1', by: 'ana' }],
    ['case.undo', { by: 'ana' }],
    ['case.decide', { id: 'cas_1', decision: 'refuse', by: 'ana', reason: 'x'.repeat(2_001) }],
    ['audit.verify', { witness: { body: '{}' } }],
    ['key.list', null],
  ];
  it.each(bad)('%s refuses %j before it touches the store', async (name, input) => {
    const { uncheckpointed } = await operator('audit.verify', {});
    await expect(operator(name, input as never)).rejects.toMatchObject({ code: 'INVALID_INPUT', status: 400 });
    expect((await operator('audit.verify', {})).uncheckpointed).toBe(uncheckpointed);
  });

  it('knows its own names, and none that every object has', () => {
    expect(isOperationName('case.decide')).toBe(true);
    for (const name of ['case.forget', 'toString', '__proto__', 'constructor', ''])
      expect(isOperationName(name)).toBe(false);
  });
});

describe('how a verdict stands', () => {
  it('is told by its case, and before there is one by what was sealed', async () => {
    const standings = createStandings({ review: platform.review, vault: platform.store.vault });
    const at = Date.now();
    const [held, refused] = [evidenceOf('hold', at, at + HOUR), evidenceOf('refusal', at, at + HOUR)];
    await platform.store.records.append({ evidence: [held, refused] });
    expect(await standings.find(TENANT, held.verdict)).toEqual({
      status: 'open',
      at,
      expiresAt: null,
      decidedAt: null,
    });
    expect(await standings.find(TENANT, refused.verdict)).toMatchObject({ status: 'refused', decidedAt: at });
    await platform.review.take(heldEvent(held, at + HOUR));
    expect(await standings.find(TENANT, held.verdict)).toMatchObject({ status: 'open', expiresAt: at + HOUR });
    const { id } = (await platform.store.cases.findByVerdict(held.verdict)) ?? {};
    await operator('case.decide', { id: id ?? newId('case'), decision: 'release', by: 'ana', reason: 'a quotation' });
    expect(await standings.find(TENANT, held.verdict)).toMatchObject({ status: 'released' });
  });

  it('is nobody else’s to know, and unknown where nothing was sealed', async () => {
    const standings = createStandings({ review: platform.review, vault: platform.store.vault });
    const { evidence } = await holdOne();
    expect(await standings.find(TenantId.parse('other'), evidence.verdict)).toBeUndefined();
    expect(await standings.find(TENANT, newId('verdict'))).toBeUndefined();
  });
});
