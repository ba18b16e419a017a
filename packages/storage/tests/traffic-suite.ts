import { newId, TenantId, TRAFFIC_PERIOD_MS } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, freshStore } from './harness.js';

const [ours, theirs] = [TenantId.parse('ours'), TenantId.parse('theirs')];
/** The begin of a period, so that what follows within seconds is in it. */
const START = 1_800_000_000_000 - (1_800_000_000_000 % TRAFFIC_PERIOD_MS);
const LATER = START + 60_000;

export function trafficSuite(openEngine: () => Promise<Engine>): void {
  describe('traffic', () => {
    let fresh: Awaited<ReturnType<typeof freshStore>>;
    beforeAll(async () => {
      fresh = await freshStore(await openEngine());
    });
    afterAll(() => fresh.store.close());

    const say = (tenant: TenantId, at: number, decision: string, tookMs: number, isFailed = false) =>
      fresh.store.records.append({
        records: [
          {
            id: newId('record', at),
            type: 'generation.input',
            at,
            tenant,
            payload: { stage: 'input', decision, tookMs, coverage: isFailed ? [{ status: 'failed' }] : [] },
          },
        ],
      });

    it('is counted once, by period, stage and decision, of one tenant and of all', async () => {
      const { traffic, records } = fresh.store;
      await say(ours, START + 1, 'allow', 2);
      await say(ours, START + 2, 'allow', 5);
      await say(theirs, START + 3, 'refuse', 1, true);
      await records.append({
        records: [{ id: newId('record', START + 4), type: 'case.opened', at: START + 4, tenant: ours, payload: {} }],
      });
      expect(await traffic.count(LATER)).toBe(4);
      expect(await traffic.count(LATER)).toBe(0);
      const common = { at: START, stage: 'input' };
      const allowed = { ...common, decision: 'allow', verdicts: 2, failed: 0, tookMs: 7, slowestMs: 5 };
      const refused = { ...common, decision: 'refuse', verdicts: 1, failed: 1, tookMs: 1, slowestMs: 1 };
      const all = await traffic.since({ since: START + 99 });
      expect([...all].sort((a, b) => a.decision.localeCompare(b.decision))).toEqual([allowed, refused]);
      expect(await traffic.since({ since: START, tenant: ours })).toEqual([allowed]);
      await say(ours, START + 5, 'allow', 9);
      await traffic.count(LATER);
      expect(await traffic.since({ since: START, tenant: ours })).toEqual([
        { ...allowed, verdicts: 3, tookMs: 16, slowestMs: 9 },
      ]);
    });

    it('waits for what may still be on its way', async () => {
      const { traffic } = fresh.store;
      await say(ours, LATER, 'hold', 1);
      expect(await traffic.count(LATER + 1_000)).toBe(0);
      expect(await traffic.count(LATER + 20_000)).toBe(1);
    });

    it('does not miss what is counted while others count', async () => {
      const { traffic } = fresh.store;
      const at = START + TRAFFIC_PERIOD_MS;
      for (let count = 0; count < 20; count++) await say(theirs, at + count, 'repair', 1);
      const looked = await Promise.all([1, 2, 3].map(() => traffic.count(at + 60_000)));
      expect(looked.reduce((sum, one) => sum + one, 0)).toBe(20);
      const [row] = await traffic.since({ since: at, tenant: theirs });
      expect(row?.verdicts).toBe(20);
      expect(await traffic.forget(at)).toBeGreaterThan(0);
      expect(await traffic.since({ since: START })).toHaveLength(1);
    });
  });
}
