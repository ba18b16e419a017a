import { describe, expect, it } from 'vitest';
import { createWindowQueue } from './window-queue.js';

const signal = new AbortController().signal;
const window = (id: number) => Int32Array.of(id);

/** A classifier that answers when told to. */
function manual(options: { batchSize?: number; waiting?: number } = {}) {
  const sent: number[][] = [];
  const answers: { resolve: () => void; reject: (fault: Error) => void }[] = [];
  const queue = createWindowQueue({
    ...{ batchSize: 4, waiting: 8, full: () => new Error('full') },
    ...options,
    classify: (windows) => {
      const ids = windows.map(([id = 0]) => id);
      sent.push(ids);
      return new Promise((resolve, reject) => answers.push({ resolve: () => resolve(ids.map((id) => [id])), reject }));
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, sent, answers, turn };
}

describe('a queue of windows', () => {
  it('gives each text the shares of its windows, in order, and a window of each its turn', async () => {
    const { queue, sent, answers, turn } = manual();
    const long = queue.add([1, 2, 3, 4].map(window), signal);
    const short = queue.add([window(9)], signal);
    await turn();
    expect(sent).toEqual([[1, 9, 2, 3]]);
    answers[0]?.resolve();
    expect(await short).toEqual([[9]]);
    await turn();
    expect(sent[1]).toEqual([4]);
    answers[1]?.resolve();
    expect(await long).toEqual([[1], [2], [3], [4]]);
  });

  it('sends no more windows of a text that nobody waits for', async () => {
    const { queue, sent, answers, turn } = manual({ batchSize: 1 });
    const gone = new AbortController();
    const left = queue.add([1, 2, 3].map(window), gone.signal);
    const stays = queue.add([window(9)], signal);
    await turn();
    gone.abort(new Error('away'));
    await expect(left).rejects.toThrow('away');
    answers[0]?.resolve();
    await turn();
    answers[1]?.resolve();
    expect(await stays).toEqual([[9]]);
    await turn();
    expect(sent).toEqual([[1], [9]]);
    await expect(queue.add([window(1)], gone.signal)).rejects.toThrow('away');
  });

  it('turns away what does not fit', async () => {
    const { queue, answers, turn } = manual({ waiting: 2, batchSize: 2 });
    const first = queue.add([1, 2].map(window), signal);
    await expect(queue.add([window(3)], signal)).rejects.toThrow('full');
    await turn();
    const next = queue.add([window(4)], signal);
    answers[0]?.resolve();
    await first;
    await turn();
    answers[1]?.resolve();
    expect(await next).toEqual([[4]]);
  });

  it('fails only the text at which the model fails', async () => {
    const queue = createWindowQueue({
      ...{ batchSize: 4, waiting: 8, full: () => new Error('full') },
      classify: async (windows) => {
        if (windows.some(([id]) => id === 13)) throw new Error('odd');
        return windows.map(([id = 0]) => [id]);
      },
    });
    const all = await Promise.allSettled([[1, 2], [13], [3]].map((ids) => queue.add(ids.map(window), signal)));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await queue.add([window(5)], signal)).toEqual([[5]]);
  });
});
