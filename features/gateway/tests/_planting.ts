import { describeFields, type FieldTable } from '../src/fields/describe.js';
import { demoUpstream } from '../src/upstream/demo-upstream.js';
import type { Upstream } from '../src/upstream/upstream.js';

export type Door = FieldTable['door'];
export type Direction = FieldTable['direction'];

/** A document with something planted at one place of it. */
export interface Planted {
  readonly place: string;
  readonly document: object;
}

/** Of each field of a table the smallest document that has it. */
export function examplesOf(door: Door, direction: Direction): readonly object[] {
  const rows = describeFields().filter((row) => row.door === door && row.direction === direction);
  const texts = new Set(rows.map((row) => JSON.stringify(row.example('hello'))));
  return [...texts].map((text) => JSON.parse(text));
}

/** Puts `marker` in place of every value, into every list and under every object of the documents; each kind of place once. */
export function plantEverywhere(documents: readonly object[], marker: string): Planted[] {
  const planted = new Map<string, Planted>();
  for (const document of documents) {
    for (const path of pathsOf(document, [])) {
      const place = nameOf(document, path);
      if (planted.has(place)) continue;
      const copy = structuredClone(document);
      plantAt(copy, path, marker);
      planted.set(place, { place, document: copy });
    }
  }
  return [...planted.values()];
}

type Path = readonly (string | number)[];
/** Stands for a key that no table has. */
const NEW_KEY = 'marker';

function pathsOf(value: unknown, path: Path): Path[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value))
    return [path, [...path, value.length], ...value.flatMap((entry, index) => pathsOf(entry, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...path, key]));
  return [...(path.length > 0 ? [path] : []), [...path, NEW_KEY], ...inner];
}

/** `content[](text).text`: two objects of one list are told apart by their type. */
function nameOf(document: object, path: Path): string {
  let value: unknown = document;
  const parts = path.map((step) => {
    const type = typeof value === 'object' && value !== null && 'type' in value ? `(${String(value.type)})` : '';
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    return `${type}${typeof step === 'number' ? '[]' : `.${step}`}`;
  });
  return `${parts.join('')}:${typeof value}`;
}

function plantAt(document: object, path: Path, marker: string): void {
  let holder: object = document;
  for (const step of path.slice(0, -1)) holder = Reflect.get(holder, step);
  const last = path.at(-1);
  if (last === undefined) return;
  if (last === NEW_KEY) Reflect.set(holder, marker, marker);
  Reflect.set(holder, last, marker);
}

/** Everything that a model server is told, whatever its shape. */
export function listeningUpstream(): { upstream: Upstream; heard: () => string } {
  const inner = demoUpstream();
  let heard = '';
  const upstream: Upstream = {
    ...inner,
    send: (request) => {
      heard += `${request.path} ${JSON.stringify(request.headers ?? {})} ${Buffer.from(request.body ?? '').toString()}\n`;
      return inner.send(request);
    },
  };
  return {
    upstream,
    heard: () => {
      const all = heard;
      heard = '';
      return all;
    },
  };
}
