import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNdjsonParser } from './parse.js';

function read(pieces: readonly Uint8Array[], limits = {}): string[] {
  const parser = createNdjsonParser(limits);
  const lines = pieces.flatMap((piece) => parser.feed(piece));
  const last = parser.end();
  return [...lines, ...(last ? [last] : [])].map(({ data }) => data);
}

describe('lines of JSON', () => {
  it('finds the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.json().map((text) => text.trim()),
          { maxLength: 8 },
        ),
        fc.array(fc.nat({ max: 40 }), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (documents, cuts, separator) => {
          const bytes = Buffer.from(documents.join(separator));
          const pieces: Buffer[] = [];
          let from = 0;
          for (const cut of cuts) {
            pieces.push(bytes.subarray(from, from + cut));
            from += cut;
          }
          pieces.push(bytes.subarray(from));
          expect(read(pieces)).toEqual(documents);
        },
      ),
    );
  });

  it('keeps a character that is cut', () => {
    const bytes = Buffer.from('{"a":"ü"}\n');
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(['{"a":"ü"}']);
  });

  it('is bounded, and takes UTF-8 only', () => {
    const tooLarge = expect.objectContaining({ code: 'UPSTREAM_TOO_LARGE' });
    const invalid = expect.objectContaining({ code: 'UPSTREAM_INVALID' });
    expect(() => read([Buffer.from('12345')], { lineBytes: 4 })).toThrow(tooLarge);
    expect(() => read([Buffer.from('12\n34\n')], { totalBytes: 5 })).toThrow(tooLarge);
    expect(() => read([Buffer.from('1\n2\n3\n')], { lines: 2 })).toThrow(invalid);
    expect(() => read([Buffer.from([0x22, 0xff, 0x22, 0x0a])])).toThrow(invalid);
  });
});
