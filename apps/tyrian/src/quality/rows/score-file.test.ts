import { errors } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import type { MeasuredGuard } from '../guards.js';
import { filesOfTest } from './_files.js';
import { scoreFile } from './score-file.js';
import { ScoredColumns } from './scored-columns.js';

const write = filesOfTest();

const guardOf = (score: MeasuredGuard['score']): MeasuredGuard => ({ id: 'g', version: '1', score });

async function scored(rows: readonly object[], guards: readonly MeasuredGuard[], limit = 1_000) {
  const columns = new ScoredColumns(guards.length);
  let told = 0;
  const onRows = (count: number) => {
    told += count;
  };
  await scoreFile(write('rows.jsonl', rows), columns, { set: 'rows', guards, limit, onRows });
  expect(told).toBe(columns.rows);
  return columns;
}

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, text: String(id), label: id % 2 }));

describe('scoring a file', () => {
  it('keeps the order of the rows though some guards take longer than others', async () => {
    const slow = guardOf(async (text) => {
      for (let turns = 20 - (Number(text) % 20); turns > 0; turns--) await null;
      return Number(text) / 100;
    });
    const columns = await scored(rows(50), [slow]);
    expect([...columns.scoresOf(0)]).toEqual(rows(50).map(({ id }) => id / 100));
    expect([...columns.labels]).toEqual(rows(50).map(({ label }) => label));
  });

  it('goes on where a guard fails or answers something that is no share', async () => {
    const answers: (() => Promise<number | undefined>)[] = [
      async () => undefined,
      async () => 1.2,
      async () => Number.NaN,
      () => Promise.reject(errors.GUARD_MODEL_UNREACHABLE(['g', 'refused'])),
      async () => 0.5,
    ];
    const broken = guardOf((text) => (answers[Number(text)] ?? answers[0])?.() ?? Promise.resolve(0));
    const columns = await scored(rows(5), [broken, guardOf(async () => 1)]);
    expect([...columns.scoresOf(0)]).toEqual([NaN, NaN, NaN, NaN, 0.5]);
    expect([...columns.scoresOf(1)]).toEqual([1, 1, 1, 1, 1]);
  });

  it('does not hide a fault of ours', async () => {
    const faulty = guardOf(() => Promise.reject(new RangeError('off by one')));
    await expect(scored(rows(1), [faulty])).rejects.toThrow('off by one');
  });

  it('passes over rows without label and broken lines, up to the limit', async () => {
    const some = [{ id: 1, text: 'a', label: null }, { id: 2 }, ...rows(20)];
    expect((await scored(some, [guardOf(async () => 0)])).rows).toBe(20);
    expect((await scored(some, [guardOf(async () => 0)], 17)).rows).toBe(17);
  });

  it('reads the language where none is given, and does not guess', async () => {
    const columns = await scored(
      [
        { id: 1, text: 'Where do you buy your bread, and is it any good when it is cold outside?', label: 0 },
        { id: 2, text: 'Wo kaufst du dein Brot, und ist es auch dann noch gut, wenn es draußen kalt ist?', label: 0 },
        { id: 3, text: 'zorblax', label: 0 },
        { id: 4, text: 'zorblax', label: 0, language: 'xx' },
      ],
      [guardOf(async () => 0)],
    );
    expect(columns.groupsBy('language').map(({ name, rows: of }) => [name, ...of])).toEqual([
      ['de', 1],
      ['en', 0],
      ['unknown', 2],
      ['xx', 3],
    ]);
  });
});
