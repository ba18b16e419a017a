import { DECISIONS } from '@tyrian/contracts';
import { auprc, NO_RATING, seededRandom } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { agreementReport, differences } from './comparison.js';
import { curvesOf } from './curves.js';
import { decisionsOf } from './decisions.js';

const refuse = DECISIONS.indexOf('refuse');
const allow = DECISIONS.indexOf('allow');
const hold = DECISIONS.indexOf('hold');

describe('decisions', () => {
  it('are counted by label; a row that nobody decided on is in neither', () => {
    const decisions = Uint8Array.of(refuse, hold, allow, refuse, allow, allow, NO_RATING);
    const found = decisionsOf(decisions, Uint8Array.of(1, 1, 1, 0, 0, 0, 0));
    expect(found.harmful).toMatchObject({
      rows: 3,
      counts: { allow: 1, repair: 0, hold: 1, refuse: 1 },
      refused: { count: 1, of: 3 },
      stopped: { count: 2, of: 3 },
    });
    expect(found.harmless).toMatchObject({ rows: 3, refused: { count: 1, of: 3 } });
  });
});

describe('curves', () => {
  it('run from end to end in points that can be told apart, however many rows there are', () => {
    const random = seededRandom(1);
    const labels = Uint8Array.from({ length: 20_000 }, () => (random() < 0.5 ? 1 : 0));
    const scores = Float64Array.from(labels, (label) => random() * 0.8 + label * 0.2);
    const { roc, precisionRecall, calibration } = curvesOf(scores, labels);
    expect([roc[0], roc.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(precisionRecall.at(-1)?.[0]).toBe(1);
    for (const points of [roc, precisionRecall]) {
      expect(points.length).toBeLessThan(1_000);
      expect(points.length).toBeGreaterThan(100);
    }
    expect(calibration.reduce((sum, { rows }) => sum + rows, 0)).toBe(20_000);
  });

  it('are not drawn of one class', () => {
    expect(curvesOf(Float64Array.of(0.5, 0.6), Uint8Array.of(1, 1))).toMatchObject({ roc: [], precisionRecall: [] });
  });
});

describe('the comparison of guards', () => {
  const labels = Uint8Array.of(1, 1, 0, 0, 1, 0);
  const good = { id: 'good', cut: 0.5, scores: Float64Array.of(0.9, 0.8, 0.1, 0.2, 0.7, 0.5) };
  const against = { id: 'against', cut: 0.5, scores: good.scores.map((score) => (score > 0.5 ? 0 : 1)) };
  const partly = { id: 'partly', cut: 0, scores: Float64Array.of(1, Number.NaN, 0, 0, 1, Number.NaN) };

  it('flags what is above the cut, and has the labels for a rater', () => {
    const { raters, matrix, alpha } = agreementReport([good, against, partly], labels);
    expect(raters).toEqual(['the labels', 'good', 'against', 'partly']);
    expect(matrix[0]?.map(({ kappa, rows }) => [kappa, rows])).toEqual([
      [1, 6],
      [1, 6],
      [-1, 6],
      [1, 4],
    ]);
    expect(alpha).toBeLessThan(0);
    expect(agreementReport([good], labels).alpha).toBeNaN();
  });

  it('takes the difference to the first on the rows that both scored', () => {
    const [first, second] = differences([good, against, partly], labels, { rounds: 20, seed: 1 });
    expect(first).toMatchObject({ guard: 'against', against: 'good', rows: 6 });
    expect(first?.auprc.value).toBe(auprc(against.scores, labels) - 1);
    expect(first?.auprc.high).toBeLessThan(0);
    expect(second).toMatchObject({ guard: 'partly', rows: 4, auprc: { value: 0, low: 0, high: 0 } });
    expect(differences([], labels, { rounds: 1, seed: 1 })).toEqual([]);
  });
});
