import type { Field } from '../field.js';
import { misfit } from '../walk.js';

/** RFC 3339. Digits and their marks spell nothing, so that it is no name either. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const MAX = 40;
const EXAMPLE = '2026-01-01T00:00:00Z';

export function time(): Field {
  return {
    kind: 'time',
    minimal: EXAMPLE,
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      const isTime = typeof value === 'string' && value.length <= MAX && TIME.test(value);
      if (!isTime) misfit(walk, place, holder, key, 'must be a time as in RFC 3339');
    },
    rows: (path) => [{ path, kind: 'time', checked: false, example: () => EXAMPLE }],
  };
}
