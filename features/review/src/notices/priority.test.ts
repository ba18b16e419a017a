import { describe, expect, it } from 'vitest';
import { noticePriority } from './priority.js';

const from = (unfounded = 0, isTrusted = false) => ({ unfounded, isTrusted });

describe('the priority of a notice', () => {
  it('puts children first, then intimate images, and trusted flaggers before others', () => {
    const order = (['child-safety', 'intimate-image', 'illegal-content', 'rights'] as const).map((kind) =>
      noticePriority(kind, from()),
    );
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(noticePriority('rights', from(0, true))).toBeGreaterThan(noticePriority('illegal-content', from()));
    expect(noticePriority('child-safety', from(0, true))).toBe(100);
  });

  it('goes down with misuse, never to nothing, and never for a child or an intimate image', () => {
    expect(noticePriority('rights', from(2))).toBeLessThan(noticePriority('rights', from(1)));
    expect(noticePriority('rights', from(1_000))).toBeGreaterThan(0);
    for (const kind of ['child-safety', 'intimate-image'] as const)
      expect(noticePriority(kind, from(1_000))).toBe(noticePriority(kind, from()));
  });
});
