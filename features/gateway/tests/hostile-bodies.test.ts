import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { askOnce, type Case, GOOD, told, useHostile } from './_hostile-asking.js';
import { type Behaviour, head, inChunk, JSON_TYPE, thenDrip, thenForever, whole } from './_hostile-model.js';
import { completion } from './_server.js';

const CHUNKED = 'transfer-encoding: chunked\r\n';
const hostile = useHostile();
const ZEROS = Buffer.alloc(50 * 1024 * 1024);
const NESTED = '['.repeat(95_000) + ']'.repeat(95_000);
const coded =
  (coding: string, bytes: Buffer | string): Behaviour =>
  (s) =>
    s.write(whole(bytes, `${JSON_TYPE}content-encoding: ${coding}\r\n`));
const chunked =
  (...pieces: string[]): Behaviour =>
  (s) =>
    s.write(head(JSON_TYPE + CHUNKED) + pieces.join(''));
const endless = (piece: string): Behaviour => thenForever(head(JSON_TYPE), piece.repeat(1_000));

const BODIES: readonly Case[] = [
  ['a gzip bomb', coded('gzip', gzipSync(ZEROS)), 'upstream_invalid'],
  ['a deflate bomb', coded('deflate', deflateSync(ZEROS)), 'upstream_invalid'],
  ['a brotli bomb', coded('br', brotliCompressSync(ZEROS)), 'upstream_invalid'],
  ['a coding that lies', coded('gzip', GOOD), 'upstream_invalid'],
  ['a coding that nobody knows', coded('zorblax', GOOD), 'upstream_invalid'],
  ['a text without end', endless('"zorblax'), 'upstream_too_large'],
  ['brackets without end', endless('['), 'upstream_too_large'],
  ['spaces without end', endless(' '), 'upstream_too_large'],
  ['100,000 brackets', (s) => s.write(whole(NESTED)), 'upstream_invalid'],
  ['100,000 levels in a field', (s) => s.write(whole(`{"choices":${NESTED}}`)), 'upstream_invalid'],
  ['chunks of no size', chunked('zz\r\n', GOOD), 'upstream_invalid'],
  ['a chunk of more than there are numbers', chunked(`${'f'.repeat(40)}\r\n`, GOOD), 'upstream_invalid'],
  ['a chunk of less than none', chunked('-5\r\n', GOOD), 'upstream_invalid'],
  ['a chunk that is longer than it says', chunked(`5\r\n${GOOD}\r\n`, inChunk('')), 'upstream_invalid'],
  ['a chunk that is shorter than it says', chunked(`fff\r\n${GOOD}\r\n`, inChunk('')), 'upstream_timeout', 504],
  [
    'an extension of a chunk without end',
    thenForever(`${head(JSON_TYPE + CHUNKED)}5;a=`, 'a'.repeat(10_000)),
    'upstream_timeout',
    504,
  ],
  [
    'chunks without the last, closed',
    (s) => s.end(head(`${JSON_TYPE + CHUNKED}connection: close\r\n`) + inChunk(GOOD)),
    'upstream_cut',
  ],
  ['chunks without the last, kept open', chunked(inChunk(GOOD)), 'upstream_timeout', 504],
  [
    'a length that is too long, closed',
    (s) => s.end(head(`${JSON_TYPE}content-length: 999\r\n`) + GOOD),
    'upstream_cut',
  ],
  [
    'a length that is too long, kept open',
    (s) => s.write(head(`${JSON_TYPE}content-length: 999\r\n`) + GOOD),
    'upstream_timeout',
    504,
  ],
  ['a length that is too short', (s) => s.write(head(`${JSON_TYPE}content-length: 20\r\n`) + GOOD), 'upstream_invalid'],
  [
    'a length over the bound',
    thenForever(head(`${JSON_TYPE}content-length: 9999999999\r\n`), ' '.repeat(1_000)),
    'upstream_too_large',
  ],
  ['a cut after the headers', (s) => s.end(head(`${JSON_TYPE}content-length: 999\r\n`)), 'upstream_cut'],
  [
    'a reset in the body',
    (s) => s.write(`${head(`${JSON_TYPE}content-length: 999\r\n`)}{`, () => setTimeout(() => s.resetAndDestroy(), 50)),
    'upstream_cut',
  ],
  ['nothing after the headers', (s) => s.write(head(`${JSON_TYPE}content-length: 999\r\n`)), 'upstream_timeout', 504],
  ['a byte now and then', thenDrip(head(JSON_TYPE), ' ', 100), 'upstream_timeout', 504],
  [
    'bytes that are no UTF-8',
    (s) => s.write(whole(Buffer.from(GOOD.replace('zorblax', 'z\xffrblax'), 'latin1'))),
    'upstream_invalid',
  ],
  ['UTF-16', (s) => s.write(whole(Buffer.from(GOOD, 'utf16le'))), 'upstream_invalid'],
  ['NULs', (s) => s.write(whole(GOOD.replace('zorblax', 'zor\0blax'))), 'upstream_invalid'],
  [
    'trailers without end',
    thenForever(`${head(JSON_TYPE + CHUNKED)}${inChunk(GOOD)}0\r\n`, `x-a: ${'a'.repeat(1_000)}\r\n`),
    'upstream_invalid',
  ],
];

describe('the body of an answer', () => {
  it.each(told(BODIES))('%s is an error, in time', async (_what, behave, code, status) => {
    const model = await hostile(behave);
    const answer = await askOnce(model, false);
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(answer.body).not.toContain('zorblax');
    expect(model.server.records.map(({ type }) => type).slice(0, 2)).toEqual(['generation.input', 'upstream.failed']);
  });
});

describe('what stands behind an answer', () => {
  const good = JSON.stringify(completion('hello there'));

  it.each<[string, Behaviour]>([
    ['trailers', (s) => s.write(`${head(JSON_TYPE + CHUNKED) + inChunk(good)}0\r\nx-a: zorblax\r\n\r\n`)],
    ['a second answer', (s) => s.write(Buffer.concat([whole(good), whole(GOOD)]))],
    ['bytes', (s) => s.write(Buffer.concat([whole(good), Buffer.from('zorblax')]))],
    [
      'trailers that every object has',
      (s) => s.write(`${head(JSON_TYPE + CHUNKED)}${inChunk(good)}0\r\nconstructor: a\r\n__proto__: a\r\n\r\n`),
    ],
  ])('is not read: %s', async (_what, behave) => {
    const answer = await askOnce(await hostile(behave), false);
    expect(answer.json().choices[0].message.content).toBe('hello there');
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain('zorblax');
  });
});
