import type { Field } from '../field.js';
import { isObject } from '../field.js';
import { misfit, unknownField } from '../walk.js';
import { number, word } from './token.js';

const MAX_BLOCK = 9_999;

/**
 * An event about one block of a message. What it says stands at the block's own place, `content[3]`, so that its pieces
 * add up to the block that a whole answer would have.
 */
export function blockEvent(type: string, name: string, block: Field): Field {
  const fields: ReadonlyMap<string, Field> = new Map([
    ['type', word(type)],
    ['index', number({ min: 0, max: MAX_BLOCK, integer: true })],
  ]);
  const minimal = { type, index: 0, [name]: block.minimal };
  return {
    kind: 'event',
    minimal,
    fits: isObject,
    walk(value, place, holder, key, walk) {
      if (!isObject(value)) return misfit(walk, place, holder, key, 'must be an object');
      for (const field in value) {
        if (field === name) continue;
        const known = fields.get(field);
        if (known) known.walk(value[field], field, value, field, walk);
        else unknownField(walk, place, value, field);
      }
      block.walk(value[name], `content[${Number(value.index ?? 0)}]`, value, name, walk);
    },
    rows: (path) => [
      { path: `${path}.index`, kind: 'number', checked: false, example: () => minimal },
      ...block
        .rows(`${path}.${name}`)
        .map((row) => ({ ...row, example: (said: string) => ({ ...minimal, [name]: row.example(said) }) })),
    ],
  };
}
