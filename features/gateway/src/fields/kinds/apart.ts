import type { Field } from '../field.js';

/** A field that every event of a stream says anew: its values are checked one by one as well as added up. */
export function apart(field: Field): Field {
  return {
    ...field,
    walk(value, place, holder, key, walk) {
      const before = walk.isApart;
      walk.isApart = true;
      field.walk(value, place, holder, key, walk);
      walk.isApart = before;
    },
  };
}
