import type { NoticeId, Store } from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL, deliver, deskOn, HOUR, request, said } from './_desk.js';

const KINDS = ['rights', 'intimate-image', 'child-safety', 'illegal-content'] as const;
const Step = fc.oneof(
  fc.record({ do: fc.constant('give' as const), kind: fc.constantFrom(...KINDS) }),
  fc.record({ do: fc.constant('deliver' as const), crashesAt: fc.nat(3) }),
  fc.record({ do: fc.constant('decide' as const), which: fc.nat(), outcome: fc.constantFrom('removed', 'rejected') }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 100 }) }),
);

let now = Date.UTC(2026, 10, 27);
let store: Store;
beforeAll(async () => {
  store = await openStore({ database: { kind: 'embedded-memory' }, keys: memoryKeys(), clock: () => now });
});
afterAll(() => store.close());

it('loses no notice and no clock, whatever is given, decided and crashes in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const desk = deskOn(store, () => now, { perAddressAndHour: 10_000, perMinute: 100_000 });
      const given: { readonly id: NoticeId; readonly dueAt: number }[] = [];
      const decided = new Set<NoticeId>();
      const warned = new Set<string>();
      const deliverAll = async (before?: () => void) => {
        for (const alarm of await deliver(store, before)) if (alarm.startsWith('clock-overdue')) warned.add(alarm);
      };
      for (const step of steps) {
        now += 1;
        if (step.do === 'give') {
          const { id, dueAt } = await desk.receiveNotice(request({ kind: step.kind }), '192.0.2.1');
          given.push({ id: id as NoticeId, dueAt: dueAt as number });
        } else if (step.do === 'deliver') {
          let left = step.crashesAt;
          await deliverAll(() => {
            if (left-- === 0) throw new Error('crashed');
          });
        } else if (step.do === 'wait') {
          now += step.hours * HOUR;
          await desk.advanceClocks();
        } else {
          const id = given[step.which % Math.max(1, given.length)]?.id;
          if (!id) continue;
          const isIn = await desk
            .decideNotice(id, ALL, { ...said, by: 'ana', outcome: step.outcome as 'removed' | 'rejected' })
            .then(
              () => true,
              ({ code }) => {
                expect(['NOT_FOUND', 'CASE_CLOSED']).toContain(code);
                return false;
              },
            );
          if (isIn) decided.add(id);
        }
      }
      // Longer than an event is put off after a crash.
      now += HOUR;
      await desk.advanceClocks();
      await deliverAll();
      for (const { id, dueAt } of given) {
        const { case: opened, clocks, status } = await desk.showNotice(id, ALL);
        const isDecided = decided.has(id);
        expect(status).toBe(isDecided ? 'decided' : 'open');
        expect((await store.cases.find(opened))?.status).toBe(status);
        expect(clocks.length).toBeGreaterThan(0);
        for (const { stoppedAt } of clocks) expect(stoppedAt !== null).toBe(isDecided);
        if (!isDecided && dueAt <= now) expect(warned).toContain(`clock-overdue ${id}`);
        await desk.decideNotice(id, ALL, { ...said, by: 'ana', outcome: 'removed' }).catch(() => undefined);
      }
      expect((await store.audit.verify()).intact).toBe(true);
    }),
    { numRuns: 25 },
  );
});
