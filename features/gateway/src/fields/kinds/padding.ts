import { randomBytes } from 'node:crypto';
import type { Field } from '../field.js';
import { misfit } from '../walk.js';

const MAX = 256;

/** Padding against size side channels: what came is replaced by as much of our own, so that it carries nothing. */
export function padding(): Field {
  return {
    kind: 'padding',
    minimal: 'x',
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      if (typeof value !== 'string' || value.length > MAX)
        return misfit(walk, place, holder, key, 'must be a short string');
      Reflect.set(holder, key, randomBytes(MAX).toString('base64url').slice(0, value.length));
    },
    rows: (path) => [{ path, kind: 'padding', checked: false, example: () => 'x' }],
  };
}
