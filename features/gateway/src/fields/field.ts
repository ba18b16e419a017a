import type { Walk } from './walk.js';

/** One line of the printed table. */
export interface FieldRow {
  /** `messages[].content[].text`; `{key}` and `{value}` where keys are free. */
  readonly path: string;
  readonly kind: string;
  /** True where the guard gets what stands here. */
  readonly checked: boolean;
  /** A smallest document that has `word` in this field (a medium or number of its own where no word fits). */
  example(word: string): unknown;
}

/**
 * What may stand at one place of a wire object. Tables are made of these; walking one validates, limits and extracts in
 * a single pass. A place names its field by table words and ordinals only, since places are recorded in clear.
 */
export interface Field {
  readonly kind: string;
  /** A smallest value that fits. */
  readonly minimal: unknown;
  /** Whether the JSON type (and the tag of a variant) is one that this field takes. */
  fits(value: unknown): boolean;
  /** `holder[key]` is where the value stands, so that a repair can be written back. */
  walk(value: unknown, place: string, holder: object, key: string | number, walk: Walk): void;
  rows(path: string): readonly FieldRow[];
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
