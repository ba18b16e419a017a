import { describe, expect, it } from 'vitest';
import type { RowKind, TrainingRow } from '../rows/training-row.js';
import { measureHead } from './measure-head.js';

function row(kind: RowKind, label: 0 | 1, source: string): TrainingRow {
  return { id: '1', text: 'zorblax', label, hazards: [], kind, source, licence: 'MIT' };
}

/** 200 harmless requests with scores up to .199, two of which may be flagged, and harmful rows around them. */
const HARMLESS = Array.from({ length: 200 }, (_, at) => ({ row: row('benign', 0, 'seed'), score: at / 1_000 }));
const HARMFUL = [0.1, 0.1975, 0.1985, 0.5].map((score) => ({ row: row('request', 1, 'advbench'), score }));
const JAILBREAKS = [0.01, 0.9].map((score) => ({ row: row('jailbreak', 1, 'wild'), score }));
const ALL = [...HARMLESS, ...HARMFUL, ...JAILBREAKS];

function measured(head: string, before?: (score: number) => number) {
  const scores = Float64Array.from(ALL, ({ score }) => score);
  const flagged = Uint8Array.from(ALL, ({ score }) => (score > 0.45 ? 1 : 0));
  return measureHead(
    { head, scores, flagged, before: before && scores.map(before) },
    ALL.map(({ row }) => row),
  );
}

describe('measureHead', () => {
  it('flags two of 200 harmless requests, and counts what lies above the third', () => {
    const { allowed, benign, recalls } = measured('request');
    expect([allowed, benign]).toEqual([2, 200]);
    const recall = Object.fromEntries(recalls.map((line) => [line.of, line.recall.value]));
    expect(recall).toMatchObject({ request: 0.75, jailbreak: 0.5, 'request, sources not in training': 0.75 });
    expect(recall.content).toBeNull();
  });

  it('gives each source its own line', () => {
    const { sources } = measured('request');
    expect(sources).toEqual([
      { source: 'advbench', rows: 4, harmful: 4, auprc: null, recall: 0.75, falsePositives: null },
      { source: 'seed', rows: 200, harmful: 0, auprc: null, recall: null, falsePositives: 0.01 },
      { source: 'wild', rows: 2, harmful: 2, auprc: null, recall: 0.5, falsePositives: null },
    ]);
  });

  it('compares by the same draws, so that a model does not differ from itself', () => {
    const [same] = measured('request', (score) => score * 2).recalls;
    expect(same?.difference).toEqual({ value: 0, low: 0, high: 0 });
    const [blind] = measured('request', () => 0).recalls;
    expect(blind?.difference?.value).toBe(0.75);
  });

  it('takes for the jailbreak head a plain harmful request for a no', () => {
    expect(measured('jailbreak').flaggedHarmful).toBe(0.5);
    expect(measured('request').flaggedHarmful).toBeCloseTo(2 / 6, 9);
    expect(measured('request').flaggedBenign).toBe(0);
  });
});
