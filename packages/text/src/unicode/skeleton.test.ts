import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latinSkeleton } from './skeleton.js';

it('reads look-alikes, styles and marks as plain letters', () => {
  for (const name of ['zorb', 'zоrb', 'ZORB', 'zörb', 'ᴢorb', 'zo\u0301rb'])
    expect(latinSkeleton(name), name).toBe('zorb');
});

it('leaves ASCII and letters that look like none alone', () => {
  expect(latinSkeleton('a-1.b')).toBe('a-1.b');
  expect(latinSkeleton('東京')).toBe('東京');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
      expect(latinSkeleton(name)).toBe(name.toLowerCase());
    }),
  );
});
