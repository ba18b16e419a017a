import type { Field } from '../field.js';

/** A document of a format that has one answer, and no list of choices: everything in it belongs to answer 0. */
export function oneAnswer(field: Field): Field {
  return {
    ...field,
    walk(value, place, holder, key, walk) {
      walk.choice = 0;
      field.walk(value, place, holder, key, walk);
      walk.choice = -1;
    },
  };
}
