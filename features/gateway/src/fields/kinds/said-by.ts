import type { Role } from '@tyrian/contracts';
import type { Field } from '../field.js';

/** A field outside of any message, and who speaks in it. */
export function saidBy(role: Role, field: Field): Field {
  return {
    ...field,
    walk(value, place, holder, key, walk) {
      const before = walk.role;
      walk.role = role;
      field.walk(value, place, holder, key, walk);
      walk.role = before;
    },
  };
}
