import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../fields/field.js';

export function choicesOf(body: JsonObject): JsonObject[] {
  return Array.isArray(body.choices) ? body.choices.filter(isObject) : [];
}

/** Indexes of the choices of a whole answer. */
export function indexedChoices(body: JsonObject): ReadonlySet<number> {
  const choices = choicesOf(body);
  if (choices.length === 0) throw errors.UPSTREAM_INVALID(['it has no choices']);
  const indexes = new Set(choices.map((choice) => Number(choice.index)));
  // Two answers under one index would be read as one text, and a client could show either.
  if (indexes.size < choices.length) throw errors.UPSTREAM_INVALID(['two of its choices have the same index']);
  body.choices = choices;
  return indexes;
}

export function replaceChoice(body: JsonObject, index: number, choice: object): void {
  body.choices = choicesOf(body).map((one) => (Number(one.index) === index ? choice : one));
}
