import { type Field, isObject, type JsonObject } from '../field.js';

/**
 * A part of an answer that comes in an event of its own: it stands where the event says (`output[0].content[1].text`), so
 * that deltas add up to one text and copies are known as such.
 */
export function placed(field: Field, placeOf: (event: JsonObject) => string): Field {
  return {
    ...field,
    walk(value, place, holder, key, walk) {
      field.walk(value, isObject(holder) ? placeOf(holder) : place, holder, key, walk);
    },
  };
}
