import type { Field } from '../field.js';

/** A field whose rows stand in another table already: one row points there, and `example` has a word in it. */
export function listedAt(where: string, field: Field, example: (word: string) => unknown): Field {
  return { ...field, rows: (path) => [{ path, kind: `as in \`${where}\``, checked: true, example }] };
}
