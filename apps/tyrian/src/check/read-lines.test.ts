import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.js';

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes.length > 0 ? (sizes[i % sizes.length] ?? 1) : bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function linesOf(bytes: Uint8Array, sizes: readonly number[] = [], max?: number) {
  const lines: string[] = [];
  for await (const line of readLines(inChunks(bytes, sizes), max))
    lines.push('text' in line ? line.text : `fault ${'code' in line.fault ? line.fault.code : ''}`);
  return lines;
}

describe('readLines', () => {
  it('gives the lines of a text however it is cut', async () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text) && text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 7 })),
        fc.constantFrom('\n', '\r\n'),
        async (lines, sizes, end) => {
          const bytes = Buffer.from(lines.map((text) => text + end).join(''));
          expect(await linesOf(bytes, sizes)).toEqual(lines.map((text) => Buffer.from(text).toString()));
        },
      ),
    );
  });

  it('numbers the lines as an editor does, empty ones too', async () => {
    const numbers: number[] = [];
    for await (const { number } of readLines(inChunks(Buffer.from('a\n\n\r\nb\nc'), [2]))) numbers.push(number);
    expect(numbers).toEqual([1, 4, 5]);
  });

  it('skips a line that is too long or not UTF-8, and goes on', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`ok\n${'x'.repeat(50)}\n`),
      Buffer.from([0xc3, 0x28, 0x0a]),
      Buffer.from('end'),
    ]);
    expect(await linesOf(bytes, [4], 20)).toEqual(['ok', 'fault BODY_TOO_LARGE', 'fault BODY_NOT_UTF8', 'end']);
  });
});
