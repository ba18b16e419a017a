import { type GenerationId, LADDER_STEPS, type LadderStep } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsInForce } from './ladder.js';
import { ConductSettings, type LadderRow } from './settings.js';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

const strike = fc.record({
  at: fc.integer({ min: NOW - 200 * HOUR, max: NOW }),
  weight: fc.integer({ min: 1, max: 8 }),
  generation: fc.integer({ min: 1, max: 30 }).map((number) => `gen_${number}` as GenerationId),
  rule: fc.constantFrom('a', 'b'),
});
type Struck = typeof strike extends fc.Arbitrary<infer T> ? T : never;
const strikes = fc.array(strike, { maxLength: 60 });
const row: fc.Arbitrary<LadderRow> = fc.record({
  step: fc.constantFrom(...LADDER_STEPS),
  points: fc.integer({ min: 1, max: 60 }),
  windowHours: fc.integer({ min: 1, max: 200 }),
  lastsMinutes: fc.integer({ min: 1, max: 12_000 }),
});
const rows = fc.array(row, { maxLength: 6 });
const sorted = (all: readonly Struck[]) => [...all].sort((a, b) => a.at - b.at);
const { account: DEFAULT } = ConductSettings.parse({});

/** By trying every moment at which something can change, from first principles. */
function oracle(all: readonly Struck[], ladder: readonly LadderRow[], now: number): Map<LadderStep, number> {
  const until = new Map<LadderStep, number>();
  for (const { step, points, windowHours, lastsMinutes } of ladder) {
    for (const { at } of all.filter((one) => one.at <= now)) {
      const inside = all.filter((one) => one.at <= at && one.at > at - windowHours * HOUR);
      const sum = [...new Set(inside.map(({ generation }) => generation))]
        .map((id) => Math.max(...inside.filter(({ generation }) => generation === id).map(({ weight }) => weight)))
        .reduce((total, weight) => total + weight, 0);
      const end = at + lastsMinutes * 60_000;
      if (sum >= points && end > now) until.set(step, Math.max(end, until.get(step) ?? 0));
    }
  }
  return until;
}

const byStep = (all: readonly Struck[], ladder: readonly LadderRow[], now: number) =>
  new Map(stepsInForce(sorted(all), ladder, now).map(({ step, until }) => [step, until]));

describe('the ladder', () => {
  it('says what counting by hand says', () => {
    fc.assert(
      fc.property(strikes, rows, fc.integer({ min: NOW - 100 * HOUR, max: NOW }), (all, ladder, now) => {
        expect(byStep(all, ladder, now)).toEqual(oracle(all, ladder, now));
      }),
    );
  });

  it('never gives a milder or shorter step for more strikes', () => {
    fc.assert(
      fc.property(strikes, strike, rows, (all, more, ladder) => {
        const before = byStep(all, ladder, NOW);
        const after = byStep([...all, more], ladder, NOW);
        for (const [step, until] of before) expect(after.get(step) ?? 0).toBeGreaterThanOrEqual(until);
      }),
    );
  });

  it('lets every step end by itself where nothing more is done', () => {
    fc.assert(
      fc.property(strikes, rows, fc.integer({ min: 0, max: 400 * HOUR }), (all, ladder, later) => {
        const before = byStep(all, ladder, NOW);
        const after = byStep(all, ladder, NOW + later);
        for (const [step, until] of after) expect(until).toBe(before.get(step));
        expect(byStep(all, ladder, NOW + 12_000 * 60_000).size).toBe(0);
      }),
    );
  });

  it('counts one strike of a generation, the gravest', () => {
    const twice = ['x', 'y'].map((rule) => ({ at: NOW, weight: 2, generation: 'gen_1' as GenerationId, rule }));
    expect(stepsInForce(twice, DEFAULT, NOW)).toEqual([]);
    const apart = twice.map((one, index) => ({ ...one, generation: `gen_${index}` as GenerationId }));
    expect(stepsInForce(apart, DEFAULT, NOW)).toEqual([{ step: 'warn', until: NOW + 24 * HOUR, rules: ['x', 'y'] }]);
  });
});
