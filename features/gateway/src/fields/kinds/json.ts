import { type Field, isObject } from '../field.js';
import { LIMITS } from '../limits.js';
import { hasLoneSurrogate } from '../surrogates.js';
import { addPiece, misfit, overLimit, type Walk } from '../walk.js';

/** Words of JSON Schema: as keys and values they say nothing of their own, and there are many in every tool. */
const SCHEMA_WORDS: ReadonlySet<string> = new Set(
  `$schema $id $ref $defs $comment type properties required items prefixItems additionalProperties patternProperties
  description title default examples enum const format pattern minimum maximum exclusiveMinimum exclusiveMaximum
  multipleOf minLength maxLength minItems maxItems uniqueItems minProperties maxProperties anyOf oneOf allOf not if then
  else definitions nullable deprecated readOnly writeOnly strict string number integer boolean object array null`.split(
    /\s+/,
  ),
);

/** Free JSON (schemas): every string in it is text, keys too, unless it is a word of JSON Schema. */
export function json(): Field {
  return {
    kind: 'JSON',
    minimal: { type: 'object' },
    fits: () => true,
    walk: (value, place, holder, key, walk) => walkJson(value, place, holder, key, walk, 1),
    rows: (path) => [
      {
        path: `${path}{value}`,
        kind: 'text in JSON',
        checked: true,
        example: (word) => ({ type: 'object', description: word }),
      },
      {
        path: `${path}{key}`,
        kind: 'key in JSON',
        checked: true,
        example: (word) => ({ properties: { [word]: { enum: ['a'] } } }),
      },
    ],
  };
}

function walkJson(
  value: unknown,
  place: string,
  holder: object,
  key: string | number,
  walk: Walk,
  depth: number,
): void {
  if (typeof value === 'string') walkString(value, place, holder, key, walk);
  if (typeof value === 'number' && !Number.isFinite(value)) misfit(walk, place, holder, key, 'must be finite');
  if (typeof value !== 'object' || value === null) return;
  if (depth > LIMITS.depth) throw overLimit(walk, place, 'depth', LIMITS.depth);
  if (Array.isArray(value)) {
    value.forEach((inner, index) => {
      walkJson(inner, `${place}[${index}]`, value, index, walk, depth + 1);
    });
    return;
  }
  if (!isObject(value)) return;
  let ordinal = 0;
  for (const name in value) {
    let at = `${place}.${name}`;
    if (!SCHEMA_WORDS.has(name)) {
      // A place is recorded in clear, so a key of the caller's own is counted, not spelled.
      at = `${place}{${ordinal}}`;
      if (hasLoneSurrogate(name)) misfit(walk, at, value, name, 'holds half of a surrogate pair');
      else if (name !== '') addPiece(walk, 'text', `${at}.key`, name, undefined, name);
    }
    walkJson(value[name], at, value, name, walk, depth + 1);
    ordinal++;
  }
}

function walkString(value: string, place: string, holder: object, key: string | number, walk: Walk): void {
  if (value === '' || SCHEMA_WORDS.has(value)) return;
  if (value.length > LIMITS.text) throw overLimit(walk, place, 'text', LIMITS.text);
  if (hasLoneSurrogate(value)) misfit(walk, place, holder, key, 'holds half of a surrogate pair');
  else addPiece(walk, 'text', place, value, holder, key);
}
