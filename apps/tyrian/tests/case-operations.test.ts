import { type Actor, CAPABILITIES, type CaseId, newId, TenantId, type VerdictId } from '@tyrian/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OFFERED_CASES } from '../src/console/offered-cases.js';
import { createOperator, type Operator } from '../src/operator/operations.js';
import { evidenceOf, heldEvent, TENANT } from './_held.js';
import { openInMemory } from './_in-memory.js';

const HOUR = 3_600_000;
let platform: Awaited<ReturnType<typeof openInMemory>>;
beforeAll(async () => {
  platform = await openInMemory();
});
afterAll(() => platform.store.close());

const actor = (name: string, tenant: string | null, lacks: readonly string[] = []): Actor => ({
  ...{ member: newId('member'), name, roles: ['reviewer'], languages: [] },
  tenant: tenant === null ? null : TenantId.parse(tenant),
  capabilities: new Set(CAPABILITIES.filter((one) => !lacks.includes(one))),
});
const as = (asking: Actor | undefined): Operator => createOperator({ ...platform, actor: asking });

async function hold(more: { quiet?: true; cluster?: string; verdict?: VerdictId } = {}): Promise<CaseId> {
  const at = Date.now();
  const evidence = { ...evidenceOf('hold', at, at + HOUR), ...(more.verdict && { verdict: more.verdict }) };
  await platform.store.records.append({ evidence: [evidence] });
  await platform.review.take({ ...heldEvent(evidence, at + HOUR), ...more });
  const found = await platform.store.cases.findByVerdict(evidence.verdict);
  if (!found) throw new Error('no case was opened');
  return found.id;
}

/** Every operation on one case, as it would be asked for. */
const ON_ONE = {
  'case.take': {},
  'case.renew': {},
  'case.hand-back': {},
  'case.skip': { why: 'so' },
  'case.escalate': { why: 'so' },
  'case.move': { why: 'so', queue: 'general' },
  'case.comment': { text: 'so' },
  'case.show': {},
  'case.history': {},
  'case.open': { view: 'text' },
  'case.decide': { decision: 'refuse', reason: 'so' },
  'case.decide-cluster': { decision: 'refuse', reason: 'so' },
} as const;
type OnOne = keyof typeof ON_ONE;

describe('what a member may not see', () => {
  let child: CaseId;
  let plain: CaseId;
  beforeAll(async () => {
    child = await hold({ quiet: true, cluster: 'c' });
    plain = await hold({ cluster: 'c' });
  });

  it('covers every operation that the console is offered', () => {
    const lists = ['case.list', 'case.queue', 'case.counts', 'case.undo'];
    expect([...Object.keys(ON_ONE), ...lists].sort()).toEqual(Object.keys(OFFERED_CASES).sort());
  });

  it.each(Object.keys(ON_ONE) as OnOne[])('is not there for %s, of child safety and of other tenants', async (name) => {
    const blind = as(actor('ana', null, ['child-safety.see']));
    const stranger = as(actor('ben', 'zenith'));
    const before = await as(undefined)('case.show', { id: child });
    for (const [asker, id] of [
      [blind, child],
      [stranger, child],
      [stranger, plain],
    ] as const) {
      const input = { id, by: 'x', ...ON_ONE[name] };
      await expect(asker(name, input as never)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: `There is no case ${id}`,
      });
    }
    expect(await as(undefined)('case.show', { id: child })).toEqual(before);
  });

  it('is in no list, page, count or overview', async () => {
    for (const [asking, expected] of [
      [actor('ana', null, ['child-safety.see']), [plain]],
      [actor('ben', 'zenith'), []],
      [actor('cleo', TENANT), [child, plain]],
    ] as const) {
      const operator = as(asking);
      const sorted = [...expected].sort();
      expect((await operator('case.list', { limit: 100 })).map(({ id }) => id).sort()).toEqual(sorted);
      expect((await operator('case.queue', {})).cases.map(({ id }) => id).sort()).toEqual(sorted);
      const { queues, oldestAt } = await operator('case.counts', {});
      expect(queues.reduce((sum, { open }) => sum + open, 0)).toBe(expected.length);
      expect(oldestAt === null).toBe(expected.length === 0);
      const { cases } = await operator('overview.read', { since: 0 });
      expect(cases).toMatchObject({ open: expected.length, isMore: false, oldestAt });
    }
    const { queues } = await as(actor('ana', null, ['child-safety.see']))('case.counts', {});
    expect(queues.map(({ queue }) => queue)).toEqual(['urgent', 'general']);
  });
});

describe('what a member may do', () => {
  let id: CaseId;
  const ruling = { decision: 'refuse', reason: 'so', by: 'somebody else' } as const;
  beforeEach(async () => {
    id = await hold({ cluster: 'd' });
  });
  const ana = () => as(actor('ana', null, ['cases.lead']));

  it('is recorded under their own name, whatever the input says', async () => {
    expect((await ana()('case.take', { id, by: 'kim' })).case?.lease?.by).toBe('ana');
    expect(await ana()('case.decide', { id, ...ruling })).toMatchObject({ decidedBy: 'ana', reason: 'so' });
    const shown = await ana()('case.show', { id });
    expect(shown.events.map(({ by }) => by)).not.toContain('kim');
    expect(shown).toMatchObject({ decisions: ['release', 'refuse'], undoableUntil: expect.any(Number) });
    expect(await as(actor('ben', null))('case.show', { id })).toMatchObject({ undoableUntil: null });
  });

  it('is to decide what they hold, and whoever leads decides all', async () => {
    await expect(ana()('case.decide', { id, ...ruling })).rejects.toMatchObject({ code: 'CASE_NOT_HELD' });
    await expect(ana()('case.move', { id, by: '', why: 'so', queue: 'urgent' })).rejects.toThrow();
    expect(await as(actor('kim', null))('case.decide', { id, ...ruling })).toMatchObject({ decidedBy: 'kim' });
  });

  it('is to move a case to a queue that there is, with the rest as it was', async () => {
    const kim = as(actor('kim', null));
    const to = { id, by: 'x', why: 'so' };
    await expect(kim('case.move', { ...to, queue: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await kim('case.move', { ...to, queue: 'urgent' })).toMatchObject({ queue: 'urgent', priority: 50 });
    expect(await kim('case.move', { ...to, priority: 90 })).toMatchObject({ queue: 'urgent', priority: 90 });
  });

  it('is to open what is sealed as far as they ask, which is written down twice', async () => {
    expect(await ana()('case.open', { id, by: 'x', view: 'text' })).toEqual({ said: 'zorblax' });
    const { events } = await ana()('case.show', { id });
    expect(events.find(({ type }) => type === 'viewed')).toMatchObject({ by: 'ana', details: { view: 'text' } });
    const [record] = await platform.store.records.list({ type: 'evidence.opened', limit: 1 });
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({ case: id, by: 'ana', view: 'text' });
  });

  it('is to decide a cluster as one, and to take it back', async () => {
    const other = await hold({ cluster: 'd' });
    await ana()('case.take', { id, by: 'x' });
    const { batch, decided } = await ana()('case.decide-cluster', { id, ...ruling });
    expect(decided).toBeGreaterThanOrEqual(2);
    await expect(ana()('case.undo', { batch, id, by: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await ana()('case.undo', { batch, by: 'x' })).cases).toHaveLength(decided);
    expect(await ana()('case.show', { id: other })).toMatchObject({ case: { status: 'open' }, undoableUntil: null });
  });
});
