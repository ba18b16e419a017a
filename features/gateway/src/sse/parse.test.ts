import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser, type SseEvent } from './parse.js';

function parse(bytes: Uint8Array, cut: number): SseEvent[] {
  const parser = createSseParser();
  const events: SseEvent[] = [];
  for (let at = 0; at < bytes.length; at += cut) events.push(...parser.feed(bytes.subarray(at, at + cut)));
  const last = parser.end();
  return last ? [...events, last] : events;
}

describe('createSseParser', () => {
  it('reads names, many data lines, comments and the optional blank', () => {
    const text = ': comment\nevent: ping\ndata: a\ndata:b\ndata\nid: 7\nretry: 1\nunknown: x\n\n\n\ndata:  c\n\n';
    expect(parse(Buffer.from(text), 1_000)).toEqual([
      { event: 'ping', data: 'a\nb\n' },
      { event: 'message', data: ' c' },
    ]);
  });

  it('drops a byte order mark at the start only', () => {
    expect(parse(Buffer.from('\uFEFFdata: a\n\n\uFEFFdata: b\n\n'), 1)).toEqual([{ event: 'message', data: 'a' }]);
  });

  it('keeps what has no closing blank line apart', () => {
    const parser = createSseParser();
    expect(parser.feed(Buffer.from('data: a\n\ndata: {"half'))).toHaveLength(1);
    expect(parser.end()).toEqual({ event: 'message', data: '{"half' });
  });

  it('reads the same events however the bytes are cut and the lines end', () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => text.replace(/[\r\n\uD800-\uDFFF]/g, '').concat('é😀'));
    const events = fc.array(
      fc.record({ event: fc.constantFrom('message', 'ping'), lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(events, fc.constantFrom('\n', '\r', '\r\n'), fc.integer({ min: 1, max: 9 }), (all, newline, cut) => {
        const text = all
          .map(({ event, lines }) => [`event: ${event}`, ...lines.map((one) => `data: ${one}`), '', ''].join(newline))
          .join('');
        const wanted = all.map(({ event, lines }) => ({ event, data: lines.join('\n') }));
        expect(parse(Buffer.from(text), cut)).toEqual(wanted);
        expect(parse(Buffer.from(text), 1)).toEqual(wanted);
      }),
    );
  });

  it('refuses what is not UTF-8, too long a line, too many events and too many bytes', () => {
    expect(() => parse(Buffer.from([0x64, 0xff, 0x0a]), 1)).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID' }),
    );
    const small = { lineBytes: 8, events: 2, totalBytes: 40 };
    expect(() => createSseParser(small).feed(Buffer.from('data: 12345'))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_TOO_LARGE' }),
    );
    expect(() => createSseParser(small).feed(Buffer.from('data: 12345\n'))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_TOO_LARGE' }),
    );
    expect(() => createSseParser(small).feed(Buffer.from('data:1\n\n'.repeat(3)))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID' }),
    );
    expect(() => createSseParser(small).feed(Buffer.from('\n'.repeat(41)))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_TOO_LARGE' }),
    );
  });

  it('takes a long line byte by byte without holding a piece per byte', () => {
    const parser = createSseParser();
    const byte = Buffer.from('x');
    parser.feed(Buffer.from('data: '));
    for (let count = 0; count < 200_000; count++) parser.feed(byte);
    expect(parser.feed(Buffer.from('\n\n'))[0]?.data).toHaveLength(200_000);
  });
});
