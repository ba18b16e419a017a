import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecord } from '../../tests/things.js';
import { CommitQueue, type WaitingChange, type WaitingCommit } from './commit-queue.js';
import { prepareRecord } from './prepared-commit.js';

const nothing = () => undefined;
const LIMITS = { waiting: 5, bytes: 1000, batchRecords: 3, batchBytes: 500 };
const change = (bytes = 0): WaitingChange => ({ kind: 'change', bytes, run: async () => undefined, reject: nothing });
function commit(records: number, bytes = 10): WaitingCommit {
  const prepared = Array.from({ length: records }, () => prepareRecord(newRecord()));
  return {
    kind: 'commit',
    commit: { records: prepared, evidence: [], events: [], strikes: [], bytes },
    resolve: nothing,
    reject: nothing,
  };
}

describe('CommitQueue', () => {
  it('gathers commits up to the size of a batch', () => {
    const queue = new CommitQueue(LIMITS);
    const commits = [commit(1), commit(2), commit(1), commit(1, 400), commit(1, 200)];
    for (const item of commits) queue.add(item);
    expect(queue.take()).toEqual(commits.slice(0, 2));
    expect(queue.take()).toEqual(commits.slice(2, 4));
    expect(queue.take()).toEqual(commits.slice(4));
    expect(queue.take()).toBeUndefined();
  });

  it('takes a commit that is larger than a batch by itself', () => {
    const queue = new CommitQueue(LIMITS);
    const large = commit(9, 900);
    queue.add(large);
    queue.add(commit(1));
    expect(queue.take()).toEqual([large]);
  });

  it('refuses more than may wait, in number and in bytes, and has room again afterwards', () => {
    const queue = new CommitQueue(LIMITS);
    for (let i = 0; i < 5; i++) queue.add(change());
    expect(() => queue.add(change())).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
    queue.take();
    queue.add(commit(1, 900));
    queue.take();
    expect(() => queue.add(commit(1, 200))).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
    while (queue.take());
    queue.add(change(900));
    expect(() => queue.add(change(200))).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
    queue.take();
    queue.add(commit(1, 900));
  });

  it('never changes the order, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(4), fc.constant('change' as const)), { maxLength: 40 }), (plan) => {
        const queue = new CommitQueue({ ...LIMITS, waiting: 100, bytes: 1e9 });
        const items = plan.map((records) => (records === 'change' ? change() : commit(records)));
        for (const item of items) queue.add(item);
        const taken: (WaitingCommit | WaitingChange)[] = [];
        for (let next = queue.take(); next; next = queue.take()) taken.push(...(Array.isArray(next) ? next : [next]));
        expect(taken).toEqual(items);
      }),
    );
  });
});
