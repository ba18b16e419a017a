import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibratorOf } from './calibration.js';

const calibrate = calibratorOf([
  {
    id: 'words',
    calibration: [
      [0.5, 0.2],
      [0.8, 0.5],
      [1, 0.6],
    ],
  },
  { id: 'plain' },
]);

it.each([
  [0, 0],
  [0.25, 0.1],
  [0.5, 0.2],
  [0.65, 0.35],
  [0.8, 0.5],
  [1, 0.6],
])('takes %d for a probability of %d', (score, probability) => {
  expect(calibrate('words', score)).toBeCloseTo(probability, 9);
});

it('takes the score of a detector without a calibration as it is', () => {
  expect(calibrate('plain', 0.73)).toBe(0.73);
  expect(calibrate('unheard-of', 0.73)).toBe(0.73);
});

it('keeps the order of scores', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(score, score, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(calibrate('words', low)).toBeLessThanOrEqual(calibrate('words', high));
    }),
  );
});
