import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSpans, repairText } from './repairs.js';

const spans = fc.array(
  fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]): [number, number] => [start, start + length]),
  { maxLength: 8 },
);

describe('repairs', () => {
  it('merges spans to the same set of units, sorted and apart', () => {
    const units = (list: readonly (readonly [number, number])[]) =>
      new Set(list.flatMap(([s, e]) => Array.from({ length: e - s }, (_, i) => s + i)));
    fc.assert(
      fc.property(spans, (list) => {
        const merged = mergeSpans(list.map(([s, e]) => [s, e]));
        expect(units(merged)).toEqual(units(list));
        for (let i = 1; i < merged.length; i++) expect(merged[i]?.[0]).toBeGreaterThan(merged[i - 1]?.[1] ?? -1);
      }),
    );
  });

  it('cuts every unit of every span, and no other', () => {
    fc.assert(
      fc.property(spans, spans, (one, two) => {
        const text = Array.from({ length: 60 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
        const repaired = repairText(text, [
          { place: 'p', spans: one, replacement: '' },
          { place: 'p', spans: two, replacement: '' },
        ]);
        const gone = (i: number) => [...one, ...two].some(([start, end]) => i >= start && i < end);
        expect(repaired).toBe([...text].filter((_, i) => !gone(i)).join(''));
      }),
    );
  });

  it('puts the replacement once for each span', () => {
    const repairs = [{ place: 'p', spans: [[5, 8]] as [number, number][], replacement: '[number]' }];
    expect(repairText('call 555 now', repairs)).toBe('call [number] now');
  });
});
