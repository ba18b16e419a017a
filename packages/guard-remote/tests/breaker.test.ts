import { describe, expect, it } from 'vitest';
import { faultOf, modelAt, never, says, standInOf } from './_harness.js';

/** A model with a clock of its own that is left alone for 1,000 ms after three failures. */
async function clocked(callMs = 5_000) {
  const time = { now: 0 };
  const standIn = await standInOf();
  const model = modelAt(standIn, { clock: () => time.now, limits: { failures: 3, openMs: 1_000, callMs } });
  const judge = () => model.judge(says('gardens'), { signal: never });
  const failTimes = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at++) await faultOf(judge());
  };
  return { time, standIn, model, judge, failTimes };
}

describe('a model that keeps failing', () => {
  it('is left alone, tried once after a while, and used again when it answers', async () => {
    const { time, standIn, model, judge, failTimes } = await clocked();
    standIn.misbehave('500');
    await failTimes(3);
    expect([model.state, standIn.calls().total]).toEqual(['open', 3]);
    time.now = 400;
    expect(await faultOf(judge())).toEqual({
      code: 'GUARD_MODEL_UNREACHABLE',
      message: 'Guard model ours cannot be reached: it failed too often and is left alone for 600 ms more',
    });
    expect(standIn.calls().total).toBe(3);
    time.now = 1_000;
    await failTimes(1);
    expect([model.state, standIn.calls().total]).toEqual(['open', 4]);
    time.now = 2_000;
    standIn.misbehave(undefined);
    await expect(judge()).resolves.toMatchObject({ score: expect.closeTo(0.06) });
    expect(model.state).toBe('closed');
  });

  it('is asked by one only when it is tried again', async () => {
    const { time, standIn, judge, failTimes } = await clocked(250);
    standIn.misbehave('500');
    await failTimes(3);
    time.now = 1_000;
    standIn.misbehave('hang');
    const ends = await Promise.allSettled([judge(), judge(), judge()]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(0);
    expect(standIn.calls().total).toBe(4);
  });

  it.each(['429', 'garbage', 'wrong-code', 'redirect'] as const)(
    'is not left alone for %s: it is there',
    async (how) => {
      const { standIn, model, failTimes } = await clocked();
      standIn.misbehave(how);
      await failTimes(4);
      expect([model.state, standIn.calls().total]).toEqual(['closed', 4]);
    },
  );

  it('is not left alone for callers who went away', async () => {
    const { standIn, model } = await clocked();
    standIn.misbehave('hang');
    for (let at = 0; at < 4; at++) {
      const caller = new AbortController();
      const asked = faultOf(model.judge(says('gardens'), { signal: caller.signal }));
      setTimeout(() => caller.abort(new Error('gone')), 5);
      await asked;
    }
    expect(model.state).toBe('closed');
  });
});
