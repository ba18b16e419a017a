import type { Field } from '../field.js';

/** The answer of an API that gives one at a time: all of it belongs to answer 0. */
export function onlyAnswer(field: Field): Field {
  return {
    ...field,
    walk(value, place, holder, key, walk) {
      const before = walk.choice;
      walk.choice = 0;
      field.walk(value, place, holder, key, walk);
      walk.choice = before;
    },
  };
}
