import type { Alphabet } from '../alphabet.js';
import type { Encoding } from '../channel.js';
import type { Field } from '../field.js';
import { LIMITS } from '../limits.js';
import { hasLoneSurrogate } from '../surrogates.js';
import { addPiece, misfit, overLimit } from '../walk.js';

interface TextOptions {
  readonly max?: number;
  /** For names that a server restricts: they are checked like any text. */
  readonly alphabet?: Alphabet;
}

/** Free text: the guard gets it. */
export function text(options: TextOptions = {}): Field {
  return freeText('text', 'plain', options, (word) => word);
}

/** JSON as text (arguments of a call): the guard gets it as it stands, and its escaped strings once more as they read. */
export function jsonText(): Field {
  return freeText('JSON text', 'json', {}, (word) => JSON.stringify({ value: word }));
}

function freeText(kind: string, encoding: Encoding, options: TextOptions, write: (word: string) => string): Field {
  const { max = LIMITS.text, alphabet } = options;
  return {
    kind,
    minimal: write('a'),
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      if (typeof value !== 'string') return misfit(walk, place, holder, key, 'must be a string');
      if (value === '') return;
      if (value.length > max) throw overLimit(walk, place, 'text', max);
      if (alphabet && !alphabet.pattern.test(value)) {
        return misfit(walk, place, holder, key, `may hold ${alphabet.name} only`);
      }
      if (walk.direction === 'request' && hasLoneSurrogate(value)) {
        return misfit(walk, place, holder, key, 'holds half of a surrogate pair');
      }
      addPiece(walk, 'text', place, value, holder, key, encoding);
    },
    rows: (path) => [{ path, kind, checked: true, example: write }],
  };
}
