import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openCall } from './open-call.js';

const never = () => new Promise<never>(() => undefined);

describe('a call of a model server', () => {
  it('ends with its caller, for the reason that they give, also while it waits', async () => {
    const caller = new AbortController();
    const call = openCall(caller.signal, 60_000);
    const waiting = call.within(never(), 10_000);
    const reason = new Error('gone');
    caller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(call.signal.reason).toBe(reason);
    expect(openCall(caller.signal, 60_000).signal.reason).toBe(reason);
  });

  it('ends when it takes too long, and gives what comes in time', async () => {
    const call = openCall(new AbortController().signal, 60_000);
    await expect(call.within(never(), 5)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await expect(call.within(Promise.resolve(7), 10_000)).resolves.toBe(7);
    expect(call.signal.aborted).toBe(false);
    call.end();
    expect(call.signal.aborted).toBe(true);
  });

  it('ends when all its time is over, also while nobody waits', async () => {
    const call = openCall(new AbortController().signal, 5);
    const ended = new Promise((resolve) => call.signal.addEventListener('abort', resolve, { once: true }));
    await ended;
    expect(call.signal.reason).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });

  it('leaves its caller alone once it is over', () => {
    const caller = new AbortController();
    const [one, other] = [openCall(caller.signal, 60_000), openCall(caller.signal, 60_000)];
    one.leave();
    other.end();
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    caller.abort();
    expect(one.signal.aborted).toBe(false);
  });
});
