import fc from 'fast-check';
import { isObject } from '../src/fields/field.js';
import { messageEvents } from './_events.js';
import { again, oddKey, oddValue, writeOdd } from './_odd-values.js';
import { type Direction, type Door, examplesOf } from './_planting.js';
import type { Route } from './_routes.js';

/** Credentials for servers that the model server calls, passed on unread. */
const UNREAD = new Set(['authorization', 'authorization_token', 'headers', 'domain_secrets']);

interface Change {
  readonly how: 'replace' | 'add' | 'again' | 'remove';
  /** Which of the places of the document, 0 to 1. */
  readonly where: number;
  readonly key: string;
  readonly value: unknown;
}

/** From 0 to below 1, all alike: `fc.double` draws from all doubles, of which nearly all lie beside 0. */
export const share: fc.Arbitrary<number> = fc.noBias(fc.nat({ max: 99_999 })).map((one) => one / 100_000);

/** Documents of one table: of some of its fields together, most of them changed in a place or a few. */
export function documentsOf(door: Door, direction: Direction, marker: string): fc.Arbitrary<object> {
  const examples = examplesOf(door, direction);
  const changes: fc.Arbitrary<Change> = fc.record({
    how: fc.constantFrom('replace', 'replace', 'add', 'again', 'remove'),
    where: share,
    key: oddKey(marker),
    value: oddValue(marker),
  });
  return fc
    .tuple(fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 4 }), fc.array(changes, { maxLength: 3 }))
    .map(([parts, made]) => {
      const document = structuredClone(parts.reduce<unknown>(merged, undefined));
      for (const change of made) apply(change, document);
      return isObject(document) ? document : {};
    });
}

/** Two examples as one; where they are variants of one thing, the later. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (!isObject(one) || !isObject(other) || one.type !== other.type) return other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const valueAt = (key: string) =>
    key in one && key in other ? merged(one[key], other[key]) : (other[key] ?? one[key]);
  return Object.fromEntries([...keys].map((key) => [key, valueAt(key)]));
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !UNREAD.has(key))
    .flatMap(([key, inner]) => [{ holder: value, key }, ...placesOf(inner)]);
}

function apply({ how, where, key, value: made }: Change, document: unknown): void {
  // Of constants there is one object for all changes, which would else come to hold each other.
  const value = structuredClone(made);
  const places = placesOf(document);
  const place = places[Math.floor(where * places.length)];
  if (!place) return;
  const { holder, key: old } = place;
  // A list has no keys to say twice.
  const more = Array.isArray(holder) ? String(holder.length) : how === 'again' ? again(old) : key;
  if (how === 'replace') Reflect.set(holder, old, value);
  else if (how === 'remove') Reflect.deleteProperty(holder, old);
  else Reflect.set(holder, more, value);
}

/** Bytes in pieces that end anywhere, the last of them at times before the end. */
export function cutAnywhere(text: string): fc.Arbitrary<readonly Uint8Array[]> {
  const bytes = Buffer.from(text);
  const at = fc.nat({ max: bytes.length });
  const end = fc.oneof({ weight: 4, arbitrary: fc.constant(bytes.length) }, at);
  return fc.tuple(fc.array(at, { maxLength: 4 }), end).map(([cuts, last]) => {
    const ends = [...cuts.filter((cut) => cut < last), last].sort((one, other) => one - other);
    return ends.map((cut, index) => bytes.subarray(ends[index - 1] ?? 0, cut));
  });
}

const BLOCK = { type: 'text', text: '' };

/** A stream of a door with these events, as its servers write it but for the line ends. */
export function streamOf(door: Door, route: Route, events: readonly object[], newline: string): string {
  return written(door, route, events).replaceAll('\n', newline);
}

function written(door: Door, { finish, streamType }: Route, events: readonly object[]): string {
  if (door.startsWith('anthropic.')) {
    const opened = events.flatMap((event) =>
      'index' in event && Reflect.get(event, 'type') === 'content_block_delta'
        ? [{ type: 'content_block_start', index: event.index, content_block: BLOCK }, event]
        : [event],
    );
    return messageEvents(...opened);
  }
  if (streamType) return [...events, { model: 'm', done: true }].map((line) => `${writeOdd(line)}\n`).join('');
  return [...events, finish].map((event) => `data: ${writeOdd(event)}\n\n`).join('');
}
