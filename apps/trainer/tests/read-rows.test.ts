import { describe, expect, it } from 'vitest';
import { admit } from '../src/rows/admission.js';
import { readRows } from '../src/rows/read-rows.js';
import { neutralRows, rowsFile } from './neutral-set.js';

const [ROW] = neutralRows(1);

async function lines(file: string) {
  const read = [];
  for await (const placed of readRows(file)) read.push(placed);
  return read;
}

describe('readRows', () => {
  it.each(['rows.jsonl', 'rows.jsonl.gz'])('reads %s line by line', async (name) => {
    const rows = neutralRows(3);
    const read = await lines(rowsFile(name, rows));
    expect(read.map(({ row }) => row)).toEqual(rows);
    expect(read.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it.each([
    ['no JSON', 'zorblax', /Line 2 .*not JSON/],
    ['no row', '{"text":"zorblax"}', /Line 2 .*wrong at id, label/],
    ['a label of its own', JSON.stringify({ ...ROW, label: 2 }), /wrong at label/],
    ['an empty text', JSON.stringify({ ...ROW, text: '' }), /wrong at text/],
    ['a line without end', JSON.stringify({ ...ROW, text: 'zorblax '.repeat(30_000) }), /longer than 200000/],
  ])('says which line is %s, and nothing of it', async (_, line, message) => {
    const reading = lines(rowsFile('rows.jsonl', [...neutralRows(1), line]));
    await expect(reading).rejects.toMatchObject({
      code: 'TRAINING_ROW_INVALID',
      message: expect.stringMatching(message),
    });
    await expect(reading).rejects.not.toMatchObject({ message: expect.stringContaining('zorblax') });
  });

  it('fails on a file that is not there or not gzip', async () => {
    await expect(lines('/nowhere/rows.jsonl')).rejects.toThrow('ENOENT');
    await expect(lines('/nowhere/rows.jsonl.gz')).rejects.toThrow('ENOENT');
  });
});

describe('admit', () => {
  const row = { ...neutralRows(1)[0], label: 1, kind: 'request' } as never;
  const admitted = (change: object) => () =>
    admit({ row: Object.assign({}, row, change), file: 'rows.jsonl', line: 7 });

  it('lets a row pass that may be trained on', () => {
    expect(admitted({ licence: 'CC-BY-4.0', hazards: ['S1'] })).not.toThrow();
  });

  it.each([
    [{ licence: 'unclear (no licence file upstream): dev only, never train or ship' }],
    [{ licence: 'CC-BY-NC-4.0' }],
    [{ licence: 'CC-BY-SA-3.0' }],
    [{ source: 'xstest' }],
    [{ source: 'hatecheck' }],
    [{ hazards: ['S1', 'S4'] }],
  ])('refuses %j', (change) => {
    expect(admitted(change)).toThrow(expect.objectContaining({ code: 'TRAINING_ROW_REFUSED' }));
  });
});
