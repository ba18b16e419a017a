import type { Field } from '../field.js';

/** What merely repeats something that was given elsewhere: whatever comes, `value` is what stands there (nothing: the field goes). */
export function echo(value?: unknown): Field {
  return {
    kind: 'echo',
    minimal: value,
    fits: () => true,
    walk(_value, _place, holder, key) {
      if (value === undefined) Reflect.deleteProperty(holder, key);
      else Reflect.set(holder, key, structuredClone(value));
    },
    rows: (path) => [{ path, kind: 'echo', checked: false, example: () => value }],
  };
}
