import { SNAKE } from '../alphabet.js';
import { type Field, isObject } from '../field.js';
import { joinPlace, misfit, unknownField, type Walk } from '../walk.js';

const MAX_KEY = 64;
const MAX_DEPTH = 4;

/** Counts (usage, timings): numbers and booleans of any name pass, anything else does not leave. */
export function numbers(): Field {
  return {
    kind: 'numbers',
    minimal: {},
    fits: isObject,
    walk: (value, place, holder, key, walk) => walkNumbers(value, place, holder, key, walk, 1),
    rows: (path) => [{ path: `${path}.*`, kind: 'numbers', checked: false, example: () => ({ total_tokens: 1 }) }],
  };
}

function walkNumbers(
  value: unknown,
  place: string,
  holder: object,
  key: string | number,
  walk: Walk,
  depth: number,
): void {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return;
  if (!isObject(value) || depth > MAX_DEPTH) {
    misfit(walk, place, holder, key, 'must be a number');
    return;
  }
  for (const name in value) {
    if (name.length > MAX_KEY || !SNAKE.pattern.test(name)) unknownField(walk, place, value, name);
    else walkNumbers(value[name], joinPlace(place, name), value, name, walk, depth + 1);
  }
}
