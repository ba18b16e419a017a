import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { immodestyOf } from './json-shape.js';

/** By the document itself. */
function measure(value: unknown): { depth: number; parts: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, parts: 0 };
  const inner = Object.values(value).map(measure);
  const members = Array.isArray(value) ? 0 : inner.length;
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    parts: 1 + members + inner.reduce((sum, { parts }) => sum + parts, 0),
  };
}

function isModest(text: string, limits: { depth: number; parts: number }): boolean {
  return immodestyOf(text, limits) === undefined;
}

describe('JSON that is dear to parse', () => {
  it('is known by its levels and parts, wherever quotes and brackets stand in texts', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '[', '}', ':', 'a', 'é', '\n') });
    const document = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        text,
        fc.integer(),
        fc.array(tie('value')),
        fc.dictionary(text, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(document, (value) => {
        const { depth, parts } = measure(value);
        const written = JSON.stringify(value);
        expect(isModest(written, { depth, parts })).toBe(true);
        if (depth > 0) expect(isModest(written, { depth: depth - 1, parts })).toBe(false);
        if (parts > 0) expect(isModest(written, { depth, parts: parts - 1 })).toBe(false);
      }),
    );
  });

  it.each([
    ['levels', '['.repeat(8_000_000)],
    ['lists', `[${'[],'.repeat(5_000_000)}0]`],
    ['members', `{${'"a":0,'.repeat(2_000_000)}"a":0}`],
    ['quotes that are escaped', `["${'\\"'.repeat(4_000_000)}${'['.repeat(10)}`],
  ])('is refused, or looked through, in time: %s', (what, text) => {
    const started = performance.now();
    expect(isModest(text, { depth: 128, parts: 1_000_000 })).toBe(what === 'quotes that are escaped');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
