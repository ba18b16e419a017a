import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from './repairs.js';

const spans = fc.array(
  fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]): [number, number] => [start, start + length]),
  { maxLength: 8 },
);

describe('repairs', () => {
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
