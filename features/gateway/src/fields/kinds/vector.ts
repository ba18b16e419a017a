import { BASE64 } from '../alphabet.js';
import type { Field } from '../field.js';
import { misfit } from '../walk.js';

const MAX = 65_536;

/** An embedding: numbers, or their bytes in base64. It says nothing that anyone reads. */
export function vector(): Field {
  return {
    kind: 'vector',
    minimal: [0],
    fits: (value) => Array.isArray(value) || typeof value === 'string',
    walk(value, place, holder, key, walk) {
      const isVector =
        typeof value === 'string'
          ? value.length <= MAX * 12 && BASE64.pattern.test(value)
          : Array.isArray(value) && value.length <= MAX && value.every(Number.isFinite);
      if (!isVector) misfit(walk, place, holder, key, 'must be numbers, or their bytes in base64');
    },
    rows: (path) => [{ path, kind: 'vector', checked: false, example: () => [0.5] }],
  };
}
