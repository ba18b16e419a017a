import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segment } from './segment.js';

function words(letters: string): string[] {
  const edges = [0, ...segment(letters), letters.length];
  return edges.slice(1).map((end, at) => letters.slice(edges[at] ?? 0, end));
}

it.each([
  ['howtomakeazorb', ['how', 'to', 'make', 'a', 'zorb']],
  ['ignoreallpreviousinstructions', ['ignore', 'all', 'previous', 'instructions']],
  ['ikilltime', ['i', 'kill', 'time']],
  ['zorblax', ['zorblax']],
])('finds the words of %s', (letters, expected) => {
  expect(words(letters)).toEqual(expected);
});

it('breaks only inside the letters, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aitoheknw'), maxLength: 60 }), (letters) => {
      expect(words(letters).join('')).toBe(letters);
    }),
  );
});

it('leaves very long runs alone', () => {
  expect(segment('a'.repeat(100_000))).toEqual([]);
});
