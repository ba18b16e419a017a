import { errors } from '@tyrian/contracts';
import type { Field, JsonObject } from '../../fields/field.js';
import type { Walk } from '../../fields/walk.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { Frame } from './shape.js';

const EVENT_NAME = /^[a-z_.]{1,64}$/;

/** One event whose `type` says what it is; undefined where nothing of it leaves, such as one that no table knows. */
export function readTypedEvent({ event, data }: Frame, table: Field, walk: Walk): JsonObject | undefined {
  if (data === '' || data === '[DONE]') return undefined;
  const body = parseJsonText(data);
  const isError = event === 'error' || body.type === 'error' || (body.error !== undefined && body.error !== null);
  if (isError) throw errors.UPSTREAM_INVALID(['it ended in an error']);
  if (table.fits(body)) return body;
  // Of an object that has a `toString` of its own, no text can be made.
  const name = typeof body.type === 'string' && EVENT_NAME.test(body.type) ? body.type : '?';
  walk.withheld.add(`event:${name}`);
  return undefined;
}
