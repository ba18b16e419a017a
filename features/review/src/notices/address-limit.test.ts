import { describe, expect, it } from 'vitest';
import { createAddressLimit } from './address-limit.js';

describe('createAddressLimit', () => {
  it('lets each address ask so often in a minute, and says when again', () => {
    let now = 1_000_000;
    const admit = createAddressLimit(2, () => now);
    admit('a');
    admit('a');
    admit('b');
    now += 20_000;
    expect(() => admit('a')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', retryAfter: 40 }));
    admit('b');
    now += 40_000;
    admit('a');
  });

  it('keeps no more addresses than fit, and lets the others share one place', () => {
    const admit = createAddressLimit(2, () => 1_000_000);
    for (let i = 0; i < 50_000; i++) admit(`10.0.0.${i}`);
    admit('late-1');
    admit('late-2');
    expect(() => admit('late-3')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }));
    admit('10.0.0.7');
  });
});
