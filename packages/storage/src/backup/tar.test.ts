import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTar, TAR_END, type TarEntry, tarEntry } from './tar.js';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function entriesOf(bytes: Buffer, size = 512): Promise<TarEntry[]> {
  const found: TarEntry[] = [];
  for await (const entry of readTar(inPieces(bytes, size))) found.push(entry);
  return found;
}

/** A header of a file without bytes whose size field says this. */
function headerSaying(size: string): Buffer {
  const header = tarEntry({ name: 'a', bytes: Buffer.alloc(0) }, 0);
  header.write(size.padEnd(11, ' '), 124, 11);
  header.write('        ', 148);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

const invalid = expect.objectContaining({ code: 'BACKUP_INVALID' });

describe('readTar', () => {
  it('gives back what was written, however it is cut', async () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-z/.]{1,40}$/),
      bytes: fc.uint8Array({ maxLength: 1_500 }).map((some) => Buffer.from(some)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 5 }), fc.integer({ min: 1, max: 3_000 }), async (entries, size) => {
        const bytes = Buffer.concat([...entries.map((one) => tarEntry(one, 0)), TAR_END]);
        expect(await entriesOf(bytes, size)).toEqual(entries);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['-2000', '-1', '77777777777', 'x'])('refuses an entry whose size is %s', async (size) => {
    const bytes = Buffer.concat([headerSaying(size), tarEntry({ name: 'b', bytes: Buffer.from('c') }, 0), TAR_END]);
    await expect(entriesOf(bytes)).rejects.toEqual(invalid);
  });

  it('answers any bytes with entries or BACKUP_INVALID', async () => {
    const whole = Buffer.concat([tarEntry({ name: 'a', bytes: Buffer.from('hello') }, 0), TAR_END]);
    const change = fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const fault = await entriesOf(bytes).then(
          () => undefined,
          (cause: unknown) => cause,
        );
        if (fault !== undefined) expect(fault).toEqual(invalid);
      }),
      { numRuns: 300 },
    );
  });
});
