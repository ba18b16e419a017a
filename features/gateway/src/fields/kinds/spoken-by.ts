import type { Role } from '@tyrian/contracts';
import type { Field } from '../field.js';

/** A text that somebody else says than what stands around it. */
export function spokenBy(role: Role, field: Field): Field {
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
