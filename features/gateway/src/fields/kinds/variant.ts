import { type Field, isObject } from '../field.js';
import { misfit } from '../walk.js';

/** An object whose `type` says which fields it has. */
export function variant(kinds: Readonly<Record<string, Field>>): Field {
  const table: ReadonlyMap<unknown, Field> = new Map(Object.entries(kinds));
  const problem = `must be one of ${[...table.keys()].join(', ')}`;
  return {
    kind: 'variant',
    minimal: [...table.values()][0]?.minimal,
    fits: (value) => isObject(value) && table.has(value.type),
    walk(value, place, holder, key, walk) {
      if (!isObject(value)) return misfit(walk, place, holder, key, 'must be an object');
      const field = table.get(value.type);
      if (!field) return misfit(walk, `${place}.type`, holder, key, problem);
      field.walk(value, place, holder, key, walk);
    },
    rows: (path) => [...table].flatMap(([tag, field]) => field.rows(`${path}(${String(tag)})`)),
  };
}

/** One of several shapes, told apart by their JSON type. */
export function either(...fields: readonly [Field, ...Field[]]): Field {
  const names = fields.map((field) => field.kind).join(' or ');
  return {
    kind: names,
    minimal: fields[0].minimal,
    fits: (value) => fields.some((field) => field.fits(value)),
    walk(value, place, holder, key, walk) {
      for (const field of fields) if (field.fits(value)) return field.walk(value, place, holder, key, walk);
      misfit(walk, place, holder, key, `must be ${names}`);
    },
    rows: (path) => fields.flatMap((field) => field.rows(path)),
  };
}
