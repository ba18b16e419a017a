import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMapped, type MappedText, MappedTextBuilder } from './mapped-text.js';
import { spansOf } from './spans.js';

/** One step of making a text from another: keep, drop or replace some units, or put one in that was made by nothing. */
type Step = readonly [kind: 'keep' | 'drop' | 'replace' | 'insert', length: number];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom('keep' as const, 'drop' as const, 'replace' as const, 'insert' as const),
    fc.integer({ min: 1, max: 4 }),
  ),
  { maxLength: 12 },
);

function make(source: string, plan: readonly Step[]): MappedText {
  const builder = new MappedTextBuilder(source.length, 10_000);
  let at = 0;
  for (const [kind, length] of plan) {
    const end = Math.min(at + length, source.length);
    if (kind === 'insert') builder.add('+', at, at);
    else if (kind === 'replace' && end > at) builder.add('#'.repeat(length), at, end);
    else if (kind === 'keep') builder.keep(source, at, end);
    if (kind !== 'insert') at = end;
  }
  builder.keep(source, at, source.length);
  return builder.finish(source.length);
}

/** The units of the original that made unit `unit`, one by one. */
function madeBy({ map, ends }: MappedText, unit: number): number[] {
  const [start = 0, end = 0] = [map[unit], ends[unit]];
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
const source = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });

describe('a mapped text', () => {
  it('says of every unit what made it, and of units that were kept that they are the same', () => {
    fc.assert(
      fc.property(source, steps, (text, plan) => {
        const made = make(text, plan);
        expect([made.map.length, made.ends.length]).toEqual([made.text.length + 1, made.text.length]);
        expect(made.map.at(-1)).toBe(text.length);
        expect([...made.map]).toEqual([...made.map].sort((a, b) => a - b));
        for (let unit = 0; unit < made.text.length; unit++) {
          const from = madeBy(made, unit);
          if (made.text[unit] !== '#' && made.text[unit] !== '+')
            expect(from.map((at) => text[at])).toEqual([made.text[unit]]);
          if (made.text[unit] === '#' && !text.includes('#')) expect(from.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('takes nothing beyond its limit, and stays as it was then', () => {
    const builder = new MappedTextBuilder(2, 4);
    expect(builder.keep('abcdef', 0, 3)).toBe(true);
    expect(builder.add('xy', 3, 4)).toBe(false);
    expect(builder.keep('abcdef', 3, 5)).toBe(false);
    expect(builder.add('x', 3, 6)).toBe(true);
    expect(builder.add('', 6, 6)).toBe(true);
    expect(builder.keep('abcdef', 5, 6)).toBe(false);
    const { text, map, ends } = builder.finish(6);
    expect([text, [...map], [...ends]]).toEqual(['abcx', [0, 1, 2, 3, 6], [1, 2, 3, 6]]);
  });

  it('may become far longer than was expected', () => {
    const builder = new MappedTextBuilder(1, 100_000);
    for (let at = 0; at < 500; at++) expect(builder.add('#'.repeat(100), at, at + 1)).toBe(true);
    const made = builder.finish(500);
    expect(made.text).toHaveLength(50_000);
    expect([made.map[0], made.map[99], made.map[100], made.map[49_999], made.map[50_000]]).toEqual([0, 0, 1, 499, 500]);
    expect(made.ends[49_999]).toBe(500);
  });
});

describe('a text made from a made text', () => {
  it('is mapped to the original as if through both, unit by unit', () => {
    fc.assert(
      fc.property(source, steps, steps, (text, first, second) => {
        const outer = make(text, first);
        const inner = make(outer.text, second);
        const composed = composeMapped(outer, inner);
        expect(composed.text).toBe(inner.text);
        expect(composed.map.at(-1)).toBe(text.length);
        for (let unit = 0; unit < inner.text.length; unit++) {
          const through = madeBy(inner, unit).flatMap((between) => madeBy(outer, between));
          const direct = madeBy(composed, unit);
          for (const at of through) expect(direct).toContain(at);
          // Where nothing was put in from nowhere, it begins and ends with what made it.
          if (through.length > 0 && !outer.text.includes('+'))
            expect([direct[0], direct.at(-1)]).toEqual([Math.min(...through), Math.max(...through)]);
        }
      }),
    );
  });

  it('is the same whichever way three are put together', () => {
    fc.assert(
      fc.property(source, steps, steps, steps, (text, a, b, c) => {
        const one = make(text, a);
        const two = make(one.text, b);
        const three = make(two.text, c);
        const left = composeMapped(composeMapped(one, two), three);
        const right = composeMapped(one, composeMapped(two, three));
        expect(left.text).toBe(right.text);
        for (let unit = 0; unit < left.text.length; unit++) expect(madeBy(left, unit)).toEqual(madeBy(right, unit));
      }),
    );
  });

  it('changes nothing where either step changed nothing', () => {
    fc.assert(
      fc.property(source, steps, (text, plan) => {
        const made = make(text, plan);
        expect(composeMapped(made, make(made.text, []))).toEqual(made);
        expect(composeMapped(make(text, []), made)).toEqual(made);
      }),
    );
  });
});

describe('spansOf', () => {
  it('gives the pieces of the original that made a part of a view, joined where they touch', () => {
    fc.assert(
      fc.property(source, steps, fc.nat(), fc.nat(), (text, plan, a, b) => {
        const view = { name: 'made', ...make(text, plan) };
        const start = a % (view.text.length + 1);
        const end = start + (b % (view.text.length + 1 - start));
        const covered = new Set<number>();
        for (let unit = start; unit < end; unit++) for (const at of madeBy(view, unit)) covered.add(at);
        const spans = spansOf(view, start, end);
        expect(spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index))).toEqual(
          [...covered].sort((x, y) => x - y),
        );
        for (const [index, [from]] of spans.entries())
          if (index > 0) expect(from).toBeGreaterThan(spans[index - 1]?.[1] ?? 0);
      }),
    );
  });

  it('is the part itself where the view is the original', () => {
    expect(spansOf({ name: 'raw', text: 'zorb' }, 1, 3)).toEqual([[1, 3]]);
    expect(spansOf({ name: 'raw', text: 'zorb' }, 2, 2)).toEqual([]);
  });
});
