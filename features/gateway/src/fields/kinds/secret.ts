import type { Field } from '../field.js';
import { misfit } from '../walk.js';

const PRINTABLE = /^[\x20-\x7e]+$/;

/**
 * A credential of the client's for a server that its model server calls. No model reads it, so the guard does not get it:
 * nothing of ours keeps it, not even as evidence.
 */
export function secret(max = 8_192): Field {
  const problem = `must be 1 to ${max} printable characters of ASCII`;
  return {
    kind: 'secret',
    minimal: '0',
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      const isSecret = typeof value === 'string' && value.length <= max && PRINTABLE.test(value);
      if (!isSecret || walk.direction === 'answer') misfit(walk, place, holder, key, problem);
    },
    rows: (path) => [{ path, kind: 'secret', checked: false, example: () => '0' }],
  };
}
