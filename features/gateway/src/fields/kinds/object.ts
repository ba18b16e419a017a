import type { Role } from '@tyrian/contracts';
import { type Field, isObject, type JsonObject } from '../field.js';
import { joinPlace, misfit, missingField, unknownField, type Walk } from '../walk.js';

interface ObjectOptions<Name extends string> {
  readonly required?: readonly Name[];
  /** Who speaks in here. `by role`: what the object's own `role` says. */
  readonly role?: Role | 'by role';
}

const SPEAKERS: ReadonlyMap<unknown, Role> = new Map([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
]);

/** An object of known fields. `null` stands for an absent field, as the SDKs of typed languages write it. */
export function object<Name extends string>(
  fields: Readonly<Record<Name, Field>>,
  options: ObjectOptions<NoInfer<Name>> = {},
): Field {
  const { required = [], role } = options;
  const table: ReadonlyMap<string, Field> = new Map<string, Field>(Object.entries(fields));
  const minimal = Object.fromEntries(required.map((name) => [name, fields[name].minimal]));
  return {
    kind: 'object',
    minimal,
    fits: isObject,
    walk(value, place, holder, key, walk) {
      if (!isObject(value)) return misfit(walk, place, holder, key, 'must be an object');
      const before = walk.role;
      if (role) walk.role = role === 'by role' ? (SPEAKERS.get(value.role) ?? 'user') : role;
      walkFields(value, place, table, walk);
      walk.role = before;
      for (const name of required) {
        if (value[name] === undefined || value[name] === null) missingField(walk, place, name);
      }
    },
    rows: (path) =>
      [...table].flatMap(([name, field]) =>
        field.rows(joinPlace(path, name)).map((row) => ({
          ...row,
          example: (word: string) => ({ ...minimal, [name]: row.example(word) }),
        })),
      ),
  };
}

function walkFields(value: JsonObject, place: string, table: ReadonlyMap<string, Field>, walk: Walk): void {
  for (const name in value) {
    const field = table.get(name);
    const inner = value[name];
    if (!field) unknownField(walk, place, value, name);
    else if (inner !== null) field.walk(inner, joinPlace(place, name), value, name, walk);
  }
}
