import { describe, expect, it } from 'vitest';
import { askOnce, type Case, GOOD, told, useHostile } from './_hostile-asking.js';
import { head, inChunk, JSON_TYPE, thenDrip, thenForever, whole } from './_hostile-model.js';

const CHUNKED = 'transfer-encoding: chunked\r\n';

const HEADERS: readonly Case[] = [
  ['headers without end', thenForever('HTTP/1.1 200 OK\r\n', `x-a: ${'a'.repeat(1_000)}\r\n`), 'upstream_invalid'],
  ['one header without end', thenForever('HTTP/1.1 200 OK\r\nx-a: ', 'a'.repeat(10_000)), 'upstream_invalid'],
  ['a header name without end', thenForever('HTTP/1.1 200 OK\r\n', 'a'.repeat(10_000)), 'upstream_invalid'],
  ['a bomb of short headers', (s) => s.write(head('a:\r\n'.repeat(20_000))), 'upstream_invalid'],
  ['a reason without end', thenForever('HTTP/1.1 200 ', 'a'.repeat(10_000)), 'upstream_timeout', 504],
  [
    'spaces before a value without end',
    thenForever('HTTP/1.1 200 OK\r\na:', ' '.repeat(10_000)),
    'upstream_timeout',
    504,
  ],
  [
    'early hints without end',
    thenForever('', head('link: <a>\r\n', '103 Early Hints').repeat(100)),
    'upstream_invalid',
  ],
  ['early hints that drip', thenDrip('', head('', '102 Processing'), 50), 'upstream_timeout', 504],
  ['100 unasked', (s) => s.write(head('', '100 Continue')), 'upstream_invalid'],
  [
    'a switch of protocols',
    (s) => s.write(head('upgrade: x\r\nconnection: upgrade\r\n', '101 Switching')),
    'upstream_invalid',
  ],
  [
    'names that every object has',
    (s) => s.write(`${head('constructor: a\r\n__proto__: a\r\ncontent-length: 2\r\n')}{}`),
    'upstream_invalid',
  ],
  ['NUL in a header', (s) => s.write(head('x-a: a\0b\r\ncontent-length: 0\r\n')), 'upstream_invalid'],
  [
    'length and chunks at once',
    (s) => s.write(head(`${JSON_TYPE}content-length: 3\r\n${CHUNKED}`) + inChunk(GOOD) + inChunk('')),
    'upstream_invalid',
  ],
  [
    'two lengths',
    (s) => s.write(head(`${JSON_TYPE}content-length: 3\r\ncontent-length: ${GOOD.length}\r\n`) + GOOD),
    'upstream_invalid',
  ],
  ['a length that is no number', (s) => s.write(head(`${JSON_TYPE}content-length: -1\r\n`) + GOOD), 'upstream_invalid'],
  ['HTTP/0.9', (s) => s.end(GOOD), 'upstream_invalid'],
  ['HTTP/2 unasked', (s) => s.write(Buffer.from('00001204000000000000030000006400', 'hex')), 'upstream_invalid'],
  ['another version', (s) => s.write(`HTTP/7.3 200 OK\r\n\r\n`), 'upstream_invalid'],
  ['a status of four digits', (s) => s.write(head(JSON_TYPE, '2000 OK')), 'upstream_invalid'],
  [
    'a redirect to ourselves',
    (s) => s.write(head('location: http://127.0.0.1:1/\r\n', '307 Elsewhere')),
    'upstream_redirect',
  ],
  [
    '304 with a body',
    (s) => s.write(head(`content-length: ${GOOD.length}\r\n`, '304 Not Modified') + GOOD),
    'upstream_redirect',
  ],
  ['204 with a body', (s) => s.write(head(JSON_TYPE, '204 No Content') + GOOD), 'upstream_invalid'],
  ['no headers at all', (s) => s.write('HTTP/1.1 200 OK\r\n\r\n'), 'upstream_invalid'],
  ['another content type', (s) => s.write(whole(GOOD, 'content-type: text/plain\r\n')), 'upstream_invalid'],
];

const CUTS: readonly Case[] = [
  ['at once', (s) => s.destroy(), 'upstream_unreachable'],
  ['by a reset', (s) => s.resetAndDestroy(), 'upstream_unreachable'],
  ['in the status line', (s) => s.end('HTTP/1.'), 'upstream_unreachable'],
  ['in a header', (s) => s.end('HTTP/1.1 200 OK\r\ncontent-'), 'upstream_unreachable'],
];

describe('the beginning of an answer', () => {
  const hostile = useHostile();

  it.each(told([...HEADERS, ...CUTS]))('%s is an error, in time', async (_what, behave, code, status) => {
    const model = await hostile(behave);
    const answer = await askOnce(model, false);
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(answer.body).not.toContain('zorblax');
    expect(model.server.records.map(({ type }) => type).slice(0, 2)).toEqual(['generation.input', 'upstream.failed']);
  });

  // What takes its time takes it for streams as well.
  it.each(told([...HEADERS, ...CUTS]).filter(([, , , status]) => status !== 504))(
    '%s is an error of a stream',
    async (_what, behave, code) => {
      const answer = await askOnce(await hostile(behave), true);
      expect([answer.statusCode, answer.json().error.code]).toEqual([502, code]);
      expect(answer.body).not.toContain('zorblax');
    },
  );
});
