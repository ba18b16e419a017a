import type { Field } from '../field.js';
import { misfit } from '../walk.js';

/** A list that has nothing in it yet: its entries come in events of their own. */
export function empty(): Field {
  return {
    kind: 'empty list',
    minimal: [],
    fits: (value) => Array.isArray(value),
    walk(value, place, holder, key, walk) {
      if (!Array.isArray(value) || value.length > 0) misfit(walk, place, holder, key, 'must be an empty list');
    },
    rows: (path) => [{ path, kind: 'empty list', checked: false, example: () => [] }],
  };
}
