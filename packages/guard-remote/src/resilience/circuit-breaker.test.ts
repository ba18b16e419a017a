import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCircuitBreaker, type Reached } from './circuit-breaker.js';

function breakerAt() {
  const time = { now: 1_000 };
  const breaker = createCircuitBreaker({ failures: 3, openMs: 500, clock: () => time.now });
  const call = (reached: Reached): boolean => {
    const end = breaker.enter();
    end?.(reached);
    return end !== undefined;
  };
  return { time, breaker, call };
}

describe('a circuit breaker', () => {
  it('opens after failures in a row, and only then', () => {
    const { breaker, call } = breakerAt();
    for (const reached of ['no', 'no', 'yes', 'no', 'no'] as const) expect(call(reached)).toBe(true);
    expect(breaker.state).toBe('closed');
    expect(call('no')).toBe(true);
    expect(breaker.state).toBe('open');
    expect(breaker.waitMs).toBe(500);
    expect(call('yes')).toBe(false);
  });

  it('lets one call through when its time is up, and closes when that one is answered', () => {
    const { breaker, time, call } = breakerAt();
    for (let at = 0; at < 3; at++) call('no');
    time.now += 499;
    expect(call('yes')).toBe(false);
    time.now += 1;
    expect(breaker.state).toBe('half-open');
    const end = breaker.enter();
    expect(end).toBeDefined();
    expect(call('yes')).toBe(false);
    end?.('yes');
    expect(breaker.state).toBe('closed');
    expect(call('yes')).toBe(true);
  });

  it('opens again when the one call fails, for as long as before', () => {
    const { breaker, time, call } = breakerAt();
    for (let at = 0; at < 3; at++) call('no');
    time.now += 500;
    expect(call('no')).toBe(true);
    expect([breaker.state, breaker.waitMs]).toEqual(['open', 500]);
  });

  it('lets another one through where the caller of the first went away', () => {
    const { breaker, time, call } = breakerAt();
    for (let at = 0; at < 3; at++) call('no');
    time.now += 500;
    expect(call('unknown')).toBe(true);
    expect(breaker.state).toBe('half-open');
    expect(call('yes')).toBe(true);
    expect(breaker.state).toBe('closed');
  });

  it('does not heed the end of a call that began before it opened', () => {
    const { breaker, call } = breakerAt();
    const early = breaker.enter();
    for (let at = 0; at < 3; at++) call('no');
    early?.('yes');
    expect(breaker.state).toBe('open');
  });

  it('counts the end of a call once', () => {
    const { breaker } = breakerAt();
    const end = breaker.enter();
    for (let at = 0; at < 5; at++) end?.('no');
    expect(breaker.state).toBe('closed');
  });

  it('never lets a second call through while half-open, and lets one through in the end', () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('enter' as const) }),
      fc.record({ what: fc.constant('end' as const), reached: fc.constantFrom<Reached>('yes', 'no', 'unknown') }),
      fc.record({ what: fc.constant('wait' as const), ms: fc.nat(600) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { breaker, time } = breakerAt();
        const open: ((reached: Reached) => void)[] = [];
        for (const one of steps) {
          if (one.what === 'wait') time.now += one.ms;
          else if (one.what === 'end') open.shift()?.(one.reached);
          else {
            const end = breaker.enter();
            if (end) open.push(end);
            if (end && breaker.state === 'half-open') expect(breaker.enter()).toBeUndefined();
          }
        }
        for (const end of open) end('unknown');
        time.now += 500;
        expect(breaker.enter()).toBeDefined();
      }),
    );
  });
});
