import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBatchLine } from './batch-line.js';

const parse = (line: unknown) => parseBatchLine(JSON.stringify(line));

describe('a line of a batch', () => {
  it.each([
    { id: 1, text: 'hello' },
    { id: 'one', text: '' },
    { id: 0, text: 'an answer', as: 'output', audience: 'child', policy: 'children', grammar: 'plain' },
    { id: 'i', image: 'iVBORw0KGgo=' },
    { id: 'i', image: 'pictures/a.png' },
  ])('is taken as it stands: %j', (line) => {
    expect(parse(line)).toEqual({ id: line.id, item: line });
  });

  it.each([
    ['no id', { text: 'hello' }],
    ['an id that is none', { id: null, text: 'hello' }],
    ['a list', [1, 2]],
    ['a text alone', 'hello'],
    ['nothing', null],
  ])('has no id to answer to: %s', (_name, line) => {
    expect(parse(line)).toMatchObject({ id: null, fault: { code: 'INVALID_INPUT' } });
  });

  it.each([
    ['neither text nor image', { id: 7 }],
    ['both', { id: 7, text: 'a', image: 'b' }],
    ['a field that nobody reads', { id: 7, text: 'a', prompt: 'b' }],
    ['an audience that is none', { id: 7, text: 'a', audience: 'dogs' }],
    ['a side that is none', { id: 7, text: 'a', as: 'input' }],
    ['a grammar that nobody knows', { id: 7, text: 'a', grammar: 'danbooru' }],
    ['a number for a text', { id: 7, text: 7 }],
  ])('is answered under its own id when it has %s', (_name, line) => {
    const { id, item, fault } = parse(line);
    expect([id, item]).toEqual([7, undefined]);
    expect(fault).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it.each(['https://example.com/a.png', 'HTTP://x', 'file:///etc/passwd', 's3://bucket/key', 'data://x'])(
    'fetches nothing from %s',
    (image) => {
      expect(parse({ id: 1, image })).toMatchObject({ id: 1, fault: { code: 'FIELD_INVALID' } });
      expect(parse({ id: 1, image }).item).toBeUndefined();
    },
  );

  it.each(['', '{', "{'id': 1}", '{"id": 1,}', '\u0000'])('that is no JSON is said to be none: %j', (line) => {
    expect(parseBatchLine(line)).toMatchObject({ id: null, fault: { code: 'BODY_NOT_JSON' } });
  });

  it('is answered by either an item or a fault, whatever stands in it, and a fault quotes no text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const { item, fault } = parseBatchLine(line);
        expect((item === undefined) !== (fault === undefined)).toBe(true);
      }),
    );
    const { fault } = parseBatchLine('{"id":1,"text":"zorblax"');
    expect(fault?.message).not.toContain('zorblax');
  });
});
