import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited } from './edit.js';
import { restorationsOf } from './restorations.js';
import { isJsonDocument, jsonRestorationEdits } from './restore-json.js';

function back(json: string, value: string): string {
  const repairs = [
    { place: 'm', spans: [[0, value.length] as [number, number]], replacement: '[name 1]', restore: true as const },
  ];
  return edited(json, jsonRestorationEdits(json, restorationsOf(repairs, new Map([['m', value]]))));
}

describe('jsonRestorationEdits', () => {
  it('keeps JSON valid and puts the value, whatever it holds, where its placeholder was', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary', minLength: 1 }), fc.boolean(), (other, value, indented) => {
        const document = { other: JSON.parse(other) as unknown, to: 'Dear [Name 1]!', list: ['[name_1]', 1] };
        const written = JSON.stringify(document, null, indented ? 2 : 0);
        expect(JSON.parse(back(written, value))).toEqual({ ...document, to: `Dear ${value}!`, list: [value, 1] });
      }),
    );
  });

  it('reads JSON in strings of JSON, as deep as anybody writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.string({ minLength: 1 }), (depth, value) => {
        let wrapped: string = JSON.stringify({ to: '[name 1]' });
        for (let level = 0; level < depth; level++) wrapped = JSON.stringify({ inner: wrapped });
        let read: unknown = JSON.parse(back(wrapped, value));
        for (let level = 0; level < depth; level++) read = JSON.parse((read as { inner: string }).inner);
        expect(read).toEqual({ to: value });
      }),
    );
  });

  it('leaves all else as it stands, to the byte', () => {
    expect(back('{ "n": 1.0e400, "a\\u0062": "\\/[name 1]",\n"b" :"\\u0061" }', 'x"y')).toBe(
      '{ "n": 1.0e400, "a\\u0062": "/x\\"y",\n"b" :"\\u0061" }',
    );
  });

  it('finds a placeholder that is written with escapes', () => {
    expect(back('{"a":"\\u005bname 1\\u005d"}', 'x')).toBe('{"a":"x"}');
  });

  it('reads what broke off, and what is not quite JSON', () => {
    expect(back('{"a":"[name 1] and', 'x"y')).toBe('{"a":"x\\"y and');
    expect(back('{"a":"[name 1]\\"', 'x')).toBe('{"a":"x\\"');
    expect(back('{"a":"[name 1]\n"}', 'x')).toBe('{"a":"x\\n"}');
    expect(back('{"a":"[name 1]\\x"}', 'x')).toBe('{"a":"[name 1]\\x"}');
  });
});

describe('isJsonDocument', () => {
  it.each([
    ['{"a":1}', true],
    [' [1]', true],
    ['"a"', false],
    ['[name 1]', false],
    ['{"a":1', false],
  ])('%s: %s', (text, is) => {
    expect(isJsonDocument(text)).toBe(is);
  });
});
