import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECISIONS, type Decision, mostSevere } from './decision.js';

const decision = fc.constantFrom<Decision>('allow', 'repair', 'hold', 'refuse');

describe('mostSevere', () => {
  it('puts allow below repair below hold below refuse', () => {
    const steps: [Decision, Decision][] = [
      ['allow', 'repair'],
      ['repair', 'hold'],
      ['hold', 'refuse'],
    ];
    for (const [milder, severer] of steps) {
      expect(mostSevere(milder, severer)).toBe(severer);
      expect(mostSevere(severer, milder)).toBe(severer);
    }
  });

  it('gives the same for any order and grouping of outcomes', () => {
    fc.assert(
      fc.property(decision, decision, decision, (a, b, c) => {
        expect(mostSevere(a, b)).toBe(mostSevere(b, a));
        expect(mostSevere(mostSevere(a, b), c)).toBe(mostSevere(a, mostSevere(b, c)));
        expect(mostSevere(a, a)).toBe(a);
        expect([a, b]).toContain(mostSevere(a, b));
      }),
    );
  });

  it('never lets a further outcome soften what was found', () => {
    fc.assert(
      fc.property(fc.array(decision), decision, (outcomes, more) => {
        const severity = (one: Decision) => DECISIONS.indexOf(one);
        const before = outcomes.reduce(mostSevere, 'allow');
        expect(severity(mostSevere(before, more))).toBe(Math.max(severity(before), severity(more)));
      }),
    );
  });
});
