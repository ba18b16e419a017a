import { BASE64 } from '../alphabet.js';
import type { Field } from '../field.js';
import { misfit } from '../walk.js';

const MAX = 4_000_000;

/** What a model server has encrypted for itself: base64 that nobody else can read, so there is nothing to check. */
export function opaque(): Field {
  return {
    kind: 'opaque',
    minimal: '0',
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      const isOpaque = typeof value === 'string' && value.length <= MAX && BASE64.pattern.test(value);
      if (!isOpaque) misfit(walk, place, holder, key, 'must be base64');
    },
    rows: (path) => [{ path, kind: 'opaque', checked: false, example: () => '0' }],
  };
}
