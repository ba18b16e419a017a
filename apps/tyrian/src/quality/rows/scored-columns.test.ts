import { DECISIONS } from '@tyrian/contracts';
import { NO_RATING } from '@tyrian/guard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benignRows, groupsOf } from '../figures/groups.js';
import { type KeptRow, ScoredColumns } from './scored-columns.js';

const kept = (part: Partial<KeptRow> & { kind?: string; hazards?: string[] } = {}): KeptRow => ({
  label: part.label ?? 0,
  scores: part.scores ?? [0],
  decision: part.decision,
  names: { set: ['s'], kind: part.kind ? [part.kind] : [], language: ['en'], source: [], hazards: part.hazards ?? [] },
});

function columnsOf(rows: readonly KeptRow[], guards = 1): ScoredColumns {
  const columns = new ScoredColumns(guards);
  for (const row of rows) columns.add(row);
  return columns;
}

describe('scored columns', () => {
  it('give back what was put in, however much it is', () => {
    const score = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    const rows = fc.array(fc.tuple(score, score, fc.constantFrom(0, 1), fc.constantFrom(...DECISIONS, undefined)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 300), (some, times) => {
        const all = Array.from({ length: times }, () => some).flat();
        const columns = columnsOf(
          all.map(([a, b, label, decision]) => kept({ scores: [a, b], label: label === 1 ? 1 : 0, decision })),
          2,
        );
        expect(columns.rows).toBe(all.length);
        expect([...columns.labels]).toEqual(all.map(([, , label]) => label));
        for (const guard of [0, 1])
          expect([...columns.scoresOf(guard)]).toEqual(all.map((row) => row[guard] ?? Number.NaN));
        expect([...columns.decisions]).toEqual(
          all.map(([, , , decision]) => (decision ? DECISIONS.indexOf(decision) : NO_RATING)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('group rows by every name they bear, and once by a name that is given twice', () => {
    const columns = columnsOf([
      kept({ kind: 'request', label: 1, hazards: ['S2', 'S1', 'S1'] }),
      kept({ kind: 'benign' }),
      kept({ kind: 'request', label: 1, hazards: ['S1'] }),
    ]);
    const found = groupsOf(columns).map(({ by, name, rows }) => [by, name, ...rows]);
    expect(found).toEqual([
      ['all', 'all rows', 0, 1, 2],
      ['set', 's', 0, 1, 2],
      ['kind', 'benign', 1],
      ['kind', 'request', 0, 2],
      ['language', 'en', 0, 1, 2],
      ['hazards', 'S1', 0, 2],
      ['hazards', 'S2', 0],
    ]);
  });

  it('refuse more names than a report can hold', () => {
    const columns = columnsOf(Array.from({ length: 500 }, (_, n) => kept({ kind: `kind ${n}` })));
    expect(() => columns.add(kept({ kind: 'one more' }))).toThrow(/names in "kind" has more than 500/);
    columns.add(kept({ kind: 'kind 7' }));
  });
});

describe('the rows that set the cut', () => {
  it('are the benign ones that are harmless, else all that are', () => {
    const rows = [kept({ kind: 'benign' }), kept({ kind: 'request', label: 1 }), kept({ kind: 'hard' })];
    expect(benignRows(columnsOf(rows))).toEqual({ from: 'kind', rows: Uint32Array.of(0) });
    expect(benignRows(columnsOf([kept({ kind: 'benign', label: 1 }), ...rows.slice(1)]))).toEqual({
      from: 'label',
      rows: Uint32Array.of(2),
    });
  });
});
