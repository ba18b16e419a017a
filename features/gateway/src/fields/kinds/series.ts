import type { Field } from '../field.js';
import { LIMITS } from '../limits.js';
import { addPiece, misfit, overLimit } from '../walk.js';
import { text } from './text.js';

/**
 * A list whose entries say one text after another, such as the segments of a transcript: their texts stand at one place
 * and are read as one, so that nothing hides in the seam between two. Only for answers.
 */
export function series(of: Field): Field {
  return {
    kind: 'series',
    minimal: [of.minimal],
    fits: (value) => Array.isArray(value),
    walk(value, place, holder, key, walk) {
      if (!Array.isArray(value)) return misfit(walk, place, holder, key, 'must be a list');
      if (value.length > LIMITS.list) throw overLimit(walk, place, 'entries', LIMITS.list);
      for (const [position, entry] of value.entries()) of.walk(entry, `${place}[]`, value, position, walk);
    },
    rows: (path) => of.rows(`${path}[]`).map((row) => ({ ...row, example: (word) => [row.example(word)] })),
  };
}

/** A word of a series: it is read with a blank behind it, as those who speak it mean it. */
export function spokenWord(): Field {
  const word = text({ max: 10_000 });
  return {
    ...word,
    walk(value, place, holder, key, walk) {
      if (typeof value !== 'string') return misfit(walk, place, holder, key, 'must be a string');
      if (value !== '') addPiece(walk, 'text', place, `${value} `, holder, key);
    },
  };
}
