import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCallQueue } from './call-queue.js';

const never = new AbortController().signal;
const tick = () => new Promise((resolve) => setImmediate(resolve));

/** A queue whose requests end when they are told to. */
function queueOf(options: { concurrency: number; waiting: number; batchSize: number; alone?: number }) {
  const sent: { items: readonly number[]; end: () => void; fail: (fault: Error) => void; signal: AbortSignal }[] = [];
  const queue = createCallQueue<number, string>({
    ...options,
    shares: (item) => item !== options.alone,
    full: () => new Error('full'),
    send: (items, signal) =>
      new Promise((resolve, reject) => {
        const end = () => resolve(items.map((item) => ({ status: 'fulfilled', value: `of ${item}` })));
        sent.push({ items, end, fail: reject, signal });
      }),
  });
  return { sent, queue };
}

describe('a call queue', () => {
  it('sends at once what it may, and the rest in order as requests end', async () => {
    const { queue, sent } = queueOf({ concurrency: 2, waiting: 5, batchSize: 1 });
    const answers = [1, 2, 3, 4].map((item) => queue.add(item, never));
    await tick();
    expect(sent.map(({ items }) => items)).toEqual([[1], [2]]);
    expect(queue.waiting).toBe(2);
    sent[1]?.end();
    await tick();
    expect(sent.map(({ items }) => items)).toEqual([[1], [2], [3]]);
    sent[0]?.end();
    sent[2]?.end();
    await tick();
    sent[3]?.end();
    expect(await Promise.all(answers)).toEqual(['of 1', 'of 2', 'of 3', 'of 4']);
  });

  it('takes no more than may wait', async () => {
    const { queue, sent } = queueOf({ concurrency: 1, waiting: 2, batchSize: 1 });
    const answers = [1, 2, 3, 4].map((item) => queue.add(item, never).catch((fault: Error) => fault.message));
    await tick();
    for (let at = 0; at < 3; at++) {
      sent[at]?.end();
      await tick();
    }
    expect(await Promise.all(answers)).toEqual(['of 1', 'of 2', 'of 3', 'full']);
  });

  it('puts into one request what came together, but not what must go alone', async () => {
    const { queue, sent } = queueOf({ concurrency: 2, waiting: 10, batchSize: 3, alone: 3 });
    const answers = [1, 2, 3, 4, 5].map((item) => queue.add(item, never));
    await tick();
    expect(sent.map(({ items }) => items)).toEqual([[1, 2, 4], [3]]);
    sent[0]?.end();
    await tick();
    expect(sent[2]?.items).toEqual([5]);
    sent[1]?.end();
    sent[2]?.end();
    expect(await Promise.all(answers)).toEqual(['of 1', 'of 2', 'of 3', 'of 4', 'of 5']);
  });

  it('lets one who leaves go at once, and ends the request when all have left', async () => {
    const { queue, sent } = queueOf({ concurrency: 1, waiting: 10, batchSize: 2 });
    const [first, second] = [new AbortController(), new AbortController()];
    const left = queue.add(1, first.signal).catch((fault: Error) => fault.message);
    const stayed = queue.add(2, second.signal).catch((fault: Error) => fault.message);
    await tick();
    first.abort(new Error('left'));
    expect(await left).toBe('left');
    expect(sent[0]?.signal.aborted).toBe(false);
    second.abort(new Error('left too'));
    expect(await stayed).toBe('left too');
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('frees the place of one who leaves while waiting', async () => {
    const { queue, sent } = queueOf({ concurrency: 1, waiting: 1, batchSize: 1 });
    const caller = new AbortController();
    const first = queue.add(1, never);
    await tick();
    const second = queue.add(2, caller.signal).catch((fault: Error) => fault.message);
    caller.abort(new Error('left'));
    expect([await second, queue.waiting]).toEqual(['left', 0]);
    const third = queue.add(3, never);
    sent[0]?.end();
    await tick();
    sent[1]?.end();
    expect([await first, await third]).toEqual(['of 1', 'of 3']);
  });

  it('fails all of a request that fails, and goes on', async () => {
    const { queue, sent } = queueOf({ concurrency: 1, waiting: 9, batchSize: 2 });
    const answers = [1, 2, 3].map((item) => queue.add(item, never).catch((fault: Error) => fault.message));
    await tick();
    sent[0]?.fail(new Error('broken'));
    await tick();
    sent[1]?.end();
    expect(await Promise.all(answers)).toEqual(['broken', 'broken', 'of 3']);
  });

  it('answers everyone once, in no more requests at once than it may, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          concurrency: fc.integer({ min: 1, max: 3 }),
          waiting: fc.nat(5),
          batchSize: fc.integer({ min: 1, max: 4 }),
        }),
        fc.array(fc.oneof(fc.constant('add' as const), fc.constant('end' as const), fc.constant('leave' as const)), {
          maxLength: 30,
        }),
        async (options, steps) => {
          const { queue, sent } = queueOf(options);
          const outcomes: Promise<string>[] = [];
          const callers: AbortController[] = [];
          let ended = 0;
          for (const [item, step] of steps.entries()) {
            if (step === 'add') {
              const caller = new AbortController();
              callers.push(caller);
              outcomes.push(queue.add(item, caller.signal).catch((fault: Error) => fault.message));
            } else if (step === 'end') sent[ended]?.end();
            else callers.shift()?.abort(new Error('left'));
            if (step === 'end' && ended < sent.length) ended++;
            await tick();
            expect(sent.length - ended).toBeLessThanOrEqual(options.concurrency);
            expect(queue.waiting).toBeLessThanOrEqual(options.waiting);
          }
          while (ended < sent.length || queue.waiting > 0) {
            sent[ended++]?.end();
            await tick();
          }
          expect(await Promise.all(outcomes)).toHaveLength(outcomes.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
