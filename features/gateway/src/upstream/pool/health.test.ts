import { describe, expect, it } from 'vitest';
import { createHealth } from './health.js';

function start(options: { failures?: number; errorRate?: number } = {}) {
  let time = 0;
  const health = createHealth({ now: () => time, restMs: 1_000, ...options });
  const call = (end: 'good' | 'bad' | 'unknown') => health.enter()?.(end);
  return {
    health,
    call,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('the health of a model server', () => {
  it('is lost by failures in a row, and not by those between good answers', () => {
    const { health, call } = start();
    for (const end of ['bad', 'bad', 'good', 'bad', 'unknown', 'bad'] as const) call(end);
    expect(health.state()).toBe('up');
    call('bad');
    expect(health.state()).toBe('down');
    expect(health.enter()).toBeUndefined();
  });

  it('is lost by too many failures among the last twenty', () => {
    const { health, call } = start({ failures: 100 });
    for (let round = 0; round < 9; round++) for (const end of ['bad', 'good'] as const) call(end);
    call('good');
    expect(health.state()).toBe('up');
    call('bad');
    expect(health.state()).toBe('down');
  });

  it('is tried by one call at a time after its rest', () => {
    const { health, call, pass } = start({ failures: 1 });
    call('bad');
    pass(1_000);
    expect(health.state()).toBe('trying');
    const trial = health.enter();
    expect(health.enter()).toBeUndefined();
    trial?.('unknown');
    call('bad');
    expect(health.state()).toBe('down');
    pass(1_000);
    call('good');
    expect(health.state()).toBe('up');
  });

  it('comes back by a good look, and what was under way before says nothing of it', () => {
    const { health, call } = start({ failures: 2 });
    const slow = health.enter();
    call('bad');
    call('bad');
    health.seen(false);
    expect(health.state()).toBe('down');
    health.seen(true);
    expect(health.state()).toBe('up');
    slow?.('bad');
    call('bad');
    expect(health.state()).toBe('up');
    health.seen(false);
    expect(health.state()).toBe('down');
  });
});
