import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapedStrings } from './json-strings.js';

/** All strings of a document, keys too, in the order in which they are written. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
}

const escapeAll = (text: string) =>
  [...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

describe('escapedStrings', () => {
  it('reads every escaped string as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const wanted = stringsOf(JSON.parse(json)).filter((text) => JSON.stringify(text) !== `"${text}"`);
        const found = [...escapedStrings(json)].map((string) => string.text);
        expect(wanted.filter((text) => !found.includes(text))).toEqual([]);
      }),
    );
  });

  it('reads text that is escaped throughout, and maps every unit to its escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const json = `{"a": "${escapeAll(text)}"}`;
        const [found] = escapedStrings(json);
        expect(found?.text).toBe(text);
        [...Array(text.length).keys()].forEach((at) => {
          expect(json.slice(found?.map[at], found?.map[at + 1])).toBe(escapeAll(text.charAt(at)));
        });
      }),
    );
  });

  it('leaves strings without an escape to the raw text', () => {
    expect([...escapedStrings('{"a":"b"}')]).toEqual([]);
    expect([...escapedStrings('{"a":"b","c":"\\n"}')].map((string) => string.text)).toEqual(['\n']);
  });

  it('reads what is cut off or not quite JSON as far as it goes', () => {
    expect([...escapedStrings('{"a":"x\\u00')].map((string) => string.text)).toEqual(['xu00']);
    expect([...escapedStrings('"a\\')].map((string) => string.text)).toEqual(['a\\']);
    expect([...escapedStrings('"\\q\\u12"')].map((string) => string.text)).toEqual(['qu12']);
  });
});
