import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementMatrix, agreementOf, cohensKappa, krippendorffsAlpha, NO_RATING } from './agreement.js';

const repeated = (...runs: [rating: number, times: number][]) =>
  Uint8Array.from(runs.flatMap(([rating, times]) => Array(times).fill(rating)));
const ratings = (text: string) => Uint8Array.from(text.split(' '), (one) => (one === '.' ? NO_RATING : Number(one)));

describe("Cohen's kappa", () => {
  it('is as in a textbook', () => {
    // 20 both yes, 5 only the first, 10 only the second, 15 both no.
    const first = repeated([1, 25], [0, 25]);
    const second = repeated([1, 20], [0, 5], [1, 10], [0, 15]);
    expect(cohensKappa(first, second)).toBeCloseTo(0.4, 12);
    expect(agreementOf(first, second)).toMatchObject({ rows: 50, same: { count: 35, of: 50, share: 0.7 } });
  });

  it('is 1 for full agreement, -1 for full disagreement of halves, and 1 where there was one rating only', () => {
    expect(cohensKappa(repeated([1, 5], [0, 5]), repeated([1, 5], [0, 5]))).toBe(1);
    expect(cohensKappa(repeated([1, 5], [0, 5]), repeated([0, 5], [1, 5]))).toBe(-1);
    expect(cohensKappa(repeated([1, 5]), repeated([1, 5]))).toBe(1);
  });

  it('leaves out rows that either did not rate', () => {
    const found = agreementOf(ratings('1 0 . 1'), ratings('1 0 1 .'));
    expect(found).toMatchObject({ rows: 2, kappa: 1 });
    expect(agreementOf(ratings('. 1'), ratings('1 .'))).toMatchObject({ rows: 0, kappa: NaN });
    expect(() => agreementOf(ratings('1'), ratings('1 1'))).toThrow(RangeError);
  });

  it('is symmetric and at most 1', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const [first, second] = [0, 1].map((rater) => Uint8Array.from(pairs, (pair) => pair[rater] ?? 0));
        if (!first || !second) throw new Error('two raters');
        const [[self, one], [other]] = agreementMatrix([first, second]) as [[never, never], [never]];
        expect(one).toEqual(other);
        expect(self).toMatchObject({ kappa: 1 });
        expect(cohensKappa(first, second)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe("Krippendorff's alpha", () => {
  it('is as published', () => {
    // Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section C: four observers, nominal data.
    const raters = [
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ].map(ratings);
    expect(krippendorffsAlpha(raters)).toBeCloseTo(0.743, 3);
  });

  it('says nothing where no row was rated twice, and 1 where there was one rating only', () => {
    expect(krippendorffsAlpha([ratings('1 .'), ratings('. 1')])).toBeNaN();
    expect(krippendorffsAlpha([])).toBeNaN();
    expect(krippendorffsAlpha([ratings('1 1'), ratings('1 1')])).toBe(1);
  });
});
