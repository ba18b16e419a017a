import { type EvidenceId, type HeldEvent, newId, type Scope, TenantId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, createReview, type Review } from './review.js';

const HOUR = 3_600_000;
const ALL: Scope = { tenant: null, childSafety: true };
const ana: Asker = { by: 'ana', scope: ALL, isLead: true, languages: [] };
const tenant = TenantId.parse('acme');

describe('review', () => {
  let time = Date.now();
  let store: Awaited<ReturnType<typeof openStore>>;
  let review: Review;

  beforeAll(async () => {
    store = await openStore({ database: { kind: 'embedded-memory' }, keys: memoryKeys(), clock: () => time });
    review = createReview({ ...store, now: () => time });
  });
  afterAll(() => store.close());

  const held = (fingerprint: string, evidence: EvidenceId | null = null): HeldEvent => ({
    type: 'verdict.held',
    tenant,
    verdict: newId('verdict'),
    evidence,
    fingerprint,
    rules: ['test.held'],
    heldAt: time,
    expiresAt: time + HOUR,
  });
  const caseOf = async (event: HeldEvent) => {
    const found = (await review.list(ALL, undefined, 100)).find(({ verdict }) => verdict === event.verdict);
    if (!found) throw new Error('no case was opened');
    return found;
  };

  it('opens one case for an event, however often it comes', async () => {
    const event = held('a');
    await review.take(event);
    await review.take(event);
    expect((await review.list(ALL, 'open', 100)).filter(({ verdict }) => verdict === event.verdict)).toHaveLength(1);
    expect(await review.standingOf(tenant, event.verdict)).toMatchObject({ status: 'open', at: time });
    expect(await review.standingOf(TenantId.parse('other'), event.verdict)).toBeUndefined();
  });

  it('lets released content through for thirty days, and only for its tenant', async () => {
    const event = held('b');
    await review.take(event);
    const { id } = await caseOf(event);
    expect(await review.isReleased(tenant, 'b')).toBe(false);
    await review.decide(id, ana, { decision: 'release', reason: 'a quotation' });
    expect(await review.standingOf(tenant, event.verdict)).toMatchObject({ status: 'released' });
    expect(await review.isReleased(tenant, 'b')).toBe(true);
    expect(await review.isReleased(TenantId.parse('other'), 'b')).toBe(false);
    await expect(review.decide(id, ana, { decision: 'refuse', reason: 'no' })).rejects.toMatchObject({
      code: 'CASE_CLOSED',
    });
    time += 31 * 24 * HOUR;
    expect(await review.isReleased(tenant, 'b')).toBe(false);
  });

  it('keeps refused what nobody decided in time', async () => {
    const event = held('c');
    await review.take(event);
    time += 2 * HOUR;
    expect(await review.expire()).toBeGreaterThan(0);
    expect(await review.standingOf(tenant, event.verdict)).toMatchObject({ status: 'expired' });
    expect(await review.isReleased(tenant, 'c')).toBe(false);
    await expect(
      review.decide((await caseOf(event)).id, ana, { decision: 'release', reason: 'late' }),
    ).rejects.toMatchObject({
      code: 'CASE_CLOSED',
    });
  });

  it('opens evidence by name only, and puts that on record', async () => {
    const evidence = newId('evidence');
    const event = held('d', evidence);
    await store.records.append({
      evidence: [
        {
          id: evidence,
          tenant,
          kind: 'hold',
          verdict: event.verdict,
          at: time,
          expiresAt: time + HOUR,
          content: { said: 'zorblax' },
        },
      ],
    });
    await review.take(event);
    const { id } = await caseOf(event);
    expect(await review.open(id, ana, 'entire')).toEqual({ said: 'zorblax' });
    const [opened] = await store.records.list({ type: 'evidence.opened', limit: 1 });
    expect(opened?.payload).toContain('"by":"ana"');
    expect(opened?.payload).not.toContain('zorblax');
  });

  it('counts what was held in the last day', async () => {
    time += 3 * 24 * HOUR;
    const take = () => review.takeHoldPlace(tenant, newId('verdict', time), 2);
    await review.take(held('e'));
    expect([await take(), await take()]).toEqual([true, false]);
    time += 25 * HOUR;
    expect(await take()).toBe(true);
  });

  it('says so where there is no such case', async () => {
    await expect(review.show(newId('case'), ALL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
