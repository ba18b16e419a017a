import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOfTest } from './_files.js';
import { readRows, sha256OfFile } from './labelled-file.js';

const write = filesOfTest();
const row = (id: number) => ({ id, text: `text ${id}`, label: 0 });

async function read(file: string) {
  const found: (string | number)[][] = [];
  for await (const one of readRows(file)) found.push([one.line, 'row' in one ? one.row.id : one.fault.code]);
  return found;
}

describe('a labelled file', () => {
  it('is read the same packed and not, with the numbers of its lines', async () => {
    const text = `${JSON.stringify(row(1))}\n\nnonsense\n${JSON.stringify(row(2))}`;
    const expected = [
      [1, 1],
      [3, 'BODY_NOT_JSON'],
      [4, 2],
    ];
    expect(await read(write('plain.jsonl', text))).toEqual(expected);
    expect(await read(write('packed.jsonl.gz', text))).toEqual(expected);
  });

  it('can be left before its end', async () => {
    const file = write(
      'long.jsonl.gz',
      Array.from({ length: 5_000 }, (_, id) => row(id)),
    );
    for await (const one of readRows(file)) {
      expect(one.line).toBe(1);
      break;
    }
  });

  it.each([
    ['is not there', 'nowhere.jsonl', 'ENOENT'],
    ['is no gzip', write('false.jsonl.gz', new Uint8Array([1, 2, 3, 4])), 'Z_DATA_ERROR'],
    ['was cut off', write('cut.jsonl.gz', gzipSync('x'.repeat(999)).subarray(0, 15)), 'Z_BUF_ERROR'],
  ])('is refused where it %s', async (_, file, code) => {
    await expect(read(file)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(code) });
  });

  it('is known by the hash of its bytes', async () => {
    const file = write('hashed.jsonl.gz', [row(1)]);
    expect(await sha256OfFile(file)).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
    await expect(sha256OfFile('nowhere.jsonl')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
