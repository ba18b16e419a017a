import { BASE64 } from '../alphabet.js';
import type { Field } from '../field.js';
import { misfit } from '../walk.js';

/** A recording that a model spoke from a text which was checked. Nothing here can hear, so what was said is what was asked. */
export function madeSound(): Field {
  return {
    kind: 'recording of checked text',
    minimal: 'UklGRiQ=',
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      if (typeof value !== 'string' || !BASE64.pattern.test(value)) misfit(walk, place, holder, key, 'must be base64');
    },
    rows: (path) => [{ path, kind: 'recording of checked text', checked: false, example: () => 'UklGRiQ=' }],
  };
}
