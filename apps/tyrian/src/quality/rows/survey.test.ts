import { encodeFingerprints, fingerprint } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { filesOfTest } from './_files.js';
import { refuseTrained, survey } from './survey.js';
import { readTrainedRows } from './trained-rows.js';

const write = filesOfTest();
const row = (id: number, label: 0 | 1 | null = 0) => ({ id, text: `text ${id}`, label });

function manifest(name: string, texts: readonly string[], part: object = {}) {
  return write(
    name,
    JSON.stringify({
      version: '1.0.0',
      inputs: [],
      trainedOn: { algorithm: 'sha256-64 of normalised text', hashes: encodeFingerprints(texts.map(fingerprint)) },
      ...part,
    }),
  );
}

const nothing = await readTrainedRows([]);

describe('the survey of a file', () => {
  it('counts rows, rows without label and lines that cannot be used', async () => {
    const rows = [row(1), row(2, null), row(3, 1)].map((one) => JSON.stringify(one));
    const file = write('mixed.jsonl', [rows[0], 'nonsense', '', rows[1], '{"id":9}', rows[2]].join('\n'));
    expect(await survey(file, nothing, 10)).toMatchObject({
      file: 'mixed.jsonl',
      lines: 5,
      labelled: 2,
      unlabelled: 1,
      faults: {
        count: 2,
        first: [
          { line: 2, code: 'BODY_NOT_JSON' },
          { line: 5, code: 'FIELD_MISSING' },
        ],
      },
      trained: { count: 0, firstIds: [] },
    });
  });

  it('bears that half of the lines are broken, and not more', async () => {
    const half = write('half.jsonl', `nonsense\n${JSON.stringify(row(1))}`);
    expect((await survey(half, nothing, 10)).faults.count).toBe(1);
    const most = write('most.jsonl', `${JSON.stringify(row(1))}\nnonsense\nnonsense`);
    await expect(survey(most, nothing, 10)).rejects.toMatchObject({
      code: 'EVALUATION_ROWS_UNUSABLE',
      message: expect.stringMatching(/\(2 of 3\).*most\.jsonl, line 2/),
    });
  });

  it('reads no further than the limit, and wants something to measure', async () => {
    const file = write('many.jsonl', `${JSON.stringify(row(1))}\n${'nonsense\n'.repeat(9)}`);
    expect(await survey(file, nothing, 1)).toMatchObject({ lines: 1, labelled: 1 });
    for (const content of ['', JSON.stringify(row(1, null))])
      await expect(survey(write('none.jsonl', content), nothing, 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('names a bounded number of faults and ids, and counts all', async () => {
    const rows = Array.from({ length: 50 }, (_, id) => row(id));
    const file = write(
      'bounded.jsonl',
      `${'nonsense\n'.repeat(50)}${rows.map((one) => JSON.stringify(one)).join('\n')}`,
    );
    const trained = await readTrainedRows([
      manifest(
        'all.json',
        rows.map(({ text }) => text),
      ),
    ]);
    const found = await survey(file, trained, 100);
    expect([found.faults.count, found.faults.first.length]).toEqual([50, 20]);
    expect([found.trained.count, found.trained.firstIds.length]).toEqual([50, 20]);
    expect(() => refuseTrained([found])).toThrow(/50 of 50 rows.* 19 and others/);
  });
});

describe('rows that were trained on', () => {
  it('are told whatever their case and spaces, and refused by id without their text', async () => {
    const trained = await readTrainedRows([
      manifest('some.json', ['  TEXT\t2 ', 'text 77']),
      manifest('other.json', []),
    ]);
    const found = await survey(write('dev.jsonl', [row(1), row(2), row(3, 1)]), trained, 10);
    expect(found.trained).toEqual({ count: 1, firstIds: [2] });
    const refusal = expect.objectContaining({
      code: 'EVALUATION_ON_TRAINED_ROWS',
      message: expect.not.stringMatching(/text/i),
    });
    expect(() => refuseTrained([found])).toThrow(refusal);
    expect(() => refuseTrained([{ ...found, trained: { count: 0, firstIds: [] } }])).not.toThrow();
    expect(trained.manifests).toMatchObject([{ version: '1.0.0', rows: 2 }, { rows: 0 }]);
  });

  it.each([
    ['is not there', () => 'nowhere.json'],
    ['is no JSON', () => write('no.json', '{')],
    ['lacks what it should hold', () => write('lacks.json', '{"version":"1"}')],
    [
      'has damaged hashes',
      () =>
        manifest('damaged.json', [], {
          trainedOn: { algorithm: 'sha256-64 of normalised text', hashes: Buffer.alloc(12).toString('base64') },
        }),
    ],
  ])('are not guessed at where a manifest %s', async (_, file) => {
    await expect(readTrainedRows([file()])).rejects.toMatchObject({ code: 'TRAINING_MANIFEST_INVALID' });
  });
});
