import type { Field } from '../field.js';

/** What is one answer as a whole: everything in it belongs to choice 0. */
export function sole(of: Field): Field {
  return {
    ...of,
    walk(value, place, holder, key, walk) {
      walk.choice = 0;
      of.walk(value, place, holder, key, walk);
      walk.choice = -1;
    },
  };
}
