import type { Alphabet } from '../alphabet.js';
import type { Field } from '../field.js';
import { misfit, takeName } from '../walk.js';

/** Characters of a closed alphabet: ids and names of models that no person reads as prose. In answers they are checked as names. */
export function token(alphabet: Alphabet, max: number): Field {
  const problem = `must be 1 to ${max} characters of ${alphabet.name}`;
  return {
    kind: 'token',
    minimal: '0',
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      const isToken = typeof value === 'string' && value.length <= max && alphabet.pattern.test(value);
      if (!isToken || !takeName(walk, value)) misfit(walk, place, holder, key, problem);
    },
    rows: (path) => [{ path, kind: 'token', checked: false, example: () => '0' }],
  };
}

/** One of a few words. */
export function word(...words: readonly [string, ...string[]]): Field {
  const known: ReadonlySet<unknown> = new Set(words);
  return leaf(
    `one of ${words.join(', ')}`,
    words[0],
    (value) => known.has(value),
    `must be one of ${words.join(', ')}`,
    'string',
  );
}

interface NumberOptions {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

export function number({ min = -Infinity, max = Infinity, integer = false }: NumberOptions = {}): Field {
  // 1e999 is a number for JSON.parse and null for JSON.stringify, so it must be finite.
  const takes = (value: unknown) =>
    Number.isFinite(value) && Number(value) >= min && Number(value) <= max && (!integer || Number.isInteger(value));
  const range = min === -Infinity ? '' : max === Infinity ? ` from ${min}` : ` from ${min} to ${max}`;
  return leaf('number', Math.max(min, 0), takes, `must be ${integer ? 'a whole' : 'a'} number${range}`, 'number');
}

export function flag(): Field {
  return leaf('boolean', true, (value) => typeof value === 'boolean', 'must be true or false', 'boolean');
}

function leaf(
  kind: string,
  minimal: unknown,
  takes: (value: unknown) => boolean,
  problem: string,
  type: string,
): Field {
  return {
    kind,
    minimal,
    fits: (value) => typeof value === type,
    walk(value, place, holder, key, walk) {
      if (!takes(value)) misfit(walk, place, holder, key, problem);
    },
    rows: (path) => [{ path, kind, checked: false, example: () => minimal }],
  };
}
