import { type Field, isObject } from '../field.js';
import { LIMITS } from '../limits.js';
import { misfit, overLimit, type Walk } from '../walk.js';

interface ListOptions {
  readonly max?: number;
  /** Each entry says its own position in `index`, as choices and the deltas of tool calls do. */
  readonly indexed?: boolean;
  /** Each entry is an answer of its own. */
  readonly choices?: boolean;
}

export function list(of: Field, { max = LIMITS.list, indexed = false, choices = false }: ListOptions = {}): Field {
  return {
    kind: 'list',
    minimal: [of.minimal],
    fits: (value) => Array.isArray(value),
    walk(value, place, holder, key, walk) {
      if (!Array.isArray(value)) return misfit(walk, place, holder, key, 'must be a list');
      if (value.length > max) throw overLimit(walk, place, 'entries', max);
      if (walk.direction === 'answer') dropUnfit(value, of, place, walk);
      for (let position = 0; position < value.length; position++) {
        const index = indexed ? indexOf(value[position], position) : position;
        if (choices) walk.choice = index;
        of.walk(value[position], `${place}[${index}]`, value, position, walk);
      }
      if (choices) walk.choice = -1;
    },
    rows: (path) => of.rows(`${path}[]`).map((row) => ({ ...row, example: (word) => [row.example(word)] })),
  };
}

/** Entries of a kind that no table knows leave the list before anything in it is numbered. */
function dropUnfit(entries: unknown[], of: Field, place: string, walk: Walk): void {
  for (let position = entries.length - 1; position >= 0; position--) {
    if (of.fits(entries[position])) continue;
    entries.splice(position, 1);
    walk.withheld.add(`${place}[]`);
  }
}

function indexOf(entry: unknown, position: number): number {
  if (!isObject(entry)) return position;
  const { index } = entry;
  if (typeof index === 'number' && Number.isInteger(index) && index >= 0 && index <= LIMITS.index) return index;
  // Written back, so that the answer and its record number a choice alike.
  entry.index = position;
  return position;
}
