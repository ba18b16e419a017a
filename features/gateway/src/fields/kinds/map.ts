import type { Alphabet } from '../alphabet.js';
import { type Field, isObject } from '../field.js';
import { hasLoneSurrogate } from '../surrogates.js';
import { addPiece, misfit, overLimit, takeName } from '../walk.js';

interface MapOptions {
  readonly max: number;
  /** Keys of a closed alphabet are not text; others are checked. */
  readonly keys?: Alphabet;
}

const MAX_KEY = 128;

/** An object with free keys. */
export function map(of: Field, { max, keys }: MapOptions): Field {
  const kindOfKey = { kind: keys ? 'token' : 'text', checked: keys === undefined };
  const sampleKey = keys ? '0' : 'a';
  return {
    kind: 'map',
    minimal: {},
    fits: isObject,
    walk(value, place, holder, key, walk) {
      if (!isObject(value)) return misfit(walk, place, holder, key, 'must be an object');
      const names = Object.keys(value);
      if (names.length > max) throw overLimit(walk, place, 'entries', max);
      for (const [ordinal, name] of names.entries()) {
        const at = `${place}{${ordinal}}`;
        const isKey = name.length <= MAX_KEY && (keys ? keys.pattern.test(name) : !hasLoneSurrogate(name));
        if (!isKey || (keys && !takeName(walk, name))) {
          misfit(walk, at, value, name, `has a key that is not ${keys?.name ?? 'a short text'}`);
          continue;
        }
        if (!keys && name !== '') addPiece(walk, 'text', `${at}.key`, name, undefined, name);
        if (value[name] !== null) of.walk(value[name], at, value, name, walk);
      }
    },
    rows: (path) => [
      { path: `${path}{key}`, ...kindOfKey, example: (word) => ({ [keys ? '0' : word]: of.minimal }) },
      ...of
        .rows(`${path}{value}`)
        .map((row) => ({ ...row, example: (word: string) => ({ [sampleKey]: row.example(word) }) })),
    ],
  };
}
