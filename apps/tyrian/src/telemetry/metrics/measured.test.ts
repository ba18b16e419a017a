import { type ConductStep, newId, TenantId } from '@tyrian/contracts';
import { afterAll, expect, it } from 'vitest';
import { openInMemory } from '../../../tests/_in-memory.js';
import { createInstruments } from './instruments.js';
import { measureConduct, measureReleases } from './measured.js';

const tenant = TenantId.parse('acme');
const platform = await openInMemory();
afterAll(() => platform.store.close());

it('places under the daily cap are counted as they are taken and refused, without their tenant', async () => {
  const instruments = createInstruments();
  const releases = measureReleases(instruments, platform.review);
  const places = [1, 2, 3].map(() => newId('verdict'));
  const taken: boolean[] = [];
  for (const verdict of places) taken.push(await releases.takeHoldPlace(tenant, verdict, 1));
  expect(taken).toEqual([true, false, false]);
  expect(await releases.isReleased(tenant, 'a'.repeat(64))).toBe(false);
  const text = await instruments.registry.metrics();
  expect(text).toContain('tyrian_hold_places_total{place="taken"} 1');
  expect(text).toContain('tyrian_hold_places_total{place="refused"} 2');
  expect(text).not.toContain(tenant);
});

it('steps of ladders are counted by the process that takes them', async () => {
  const instruments = createInstruments();
  const step = (kind: ConductStep['kind'], name: ConductStep['step']): ConductStep => ({
    ...{ id: newId('step'), tenant, kind, subject: 'hushed', subjectKey: null, before: null, step: name },
    ...{ isSilent: false, verdict: newId('verdict'), case: null, rules: [], startedAt: 1, until: 2 },
    ...{ liftedAt: null, revision: 1 },
  });
  const taken = [step('account', 'warn'), step('account', 'warn'), step('address', 'slow')];
  const store = measureConduct(instruments, { ...platform.store.conduct, settle: async () => taken });
  const settled = await store.settle(
    newId('verdict'),
    { since: 0, campaignSince: 0, campaignAccounts: 3, now: 1 },
    () => [],
  );
  expect(settled).toBe(taken);
  const text = await instruments.registry.metrics();
  expect(text).toContain('tyrian_conduct_steps_total{kind="account",step="warn"} 2');
  expect(text).toContain('tyrian_conduct_steps_total{kind="address",step="slow"} 1');
  expect(text).not.toMatch(/acme|hushed/);
  expect(await store.endLockdowns(1)).toBe(0);
});
