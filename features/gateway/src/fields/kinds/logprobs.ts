import { type Field, isObject, type JsonObject } from '../field.js';
import { addPiece, misfit, unknownField, type Walk } from '../walk.js';

const MAX_BYTES = 64;
const ALTERNATIVE_FIELDS: ReadonlySet<string> = new Set(['token', 'bytes', 'logprob']);
const TOKEN_FIELDS: ReadonlySet<string> = new Set([...ALTERNATIVE_FIELDS, 'top_logprobs']);

/**
 * Log probabilities of one channel: a list of tokens that spell the text once more, with alternatives. The guard gets
 * the tokens joined, the alternatives joined rank by rank, and the bytes where they spell anything else.
 */
export function logprobs(): Field {
  return {
    kind: 'log probabilities',
    minimal: [],
    fits: (value) => Array.isArray(value),
    walk(value, place, holder, key, walk) {
      if (!Array.isArray(value)) return misfit(walk, place, holder, key, 'must be a list');
      value.forEach((entry, position) => {
        if (!walkToken(entry, place, TOKEN_FIELDS, walk)) misfit(walk, place, value, position, 'must be a token');
        if (isObject(entry)) walkAlternatives(entry, place, walk);
      });
    },
    rows: (path) => [
      { path: `${path}[].token`, kind: 'tokens', checked: true, example: (word) => [tokenOf(word)] },
      {
        path: `${path}[].bytes`,
        kind: 'bytes',
        checked: true,
        example: (word) => [{ ...tokenOf('a'), bytes: [...Buffer.from(word)] }],
      },
      {
        path: `${path}[].top_logprobs[].token`,
        kind: 'tokens',
        checked: true,
        example: (word) => [{ ...tokenOf('a'), top_logprobs: [tokenOf(word)] }],
      },
    ],
  };
}

function tokenOf(word: string): object {
  return { token: word, logprob: -0.1, bytes: null, top_logprobs: [] };
}

function walkAlternatives(entry: JsonObject, place: string, walk: Walk): void {
  const { top_logprobs: top } = entry;
  if (top === undefined || top === null) return;
  if (!Array.isArray(top)) {
    misfit(walk, `${place}.top`, entry, 'top_logprobs', 'must be a list');
    return;
  }
  top.forEach((alternative, rank) => {
    const at = `${place}.top[${rank}]`;
    // An alternative has none of its own: what stood there would be read by nobody.
    if (isObject(alternative) && Array.isArray(alternative.top_logprobs) && alternative.top_logprobs.length === 0)
      Reflect.deleteProperty(alternative, 'top_logprobs');
    if (!walkToken(alternative, at, ALTERNATIVE_FIELDS, walk)) misfit(walk, place, top, rank, 'must be a token');
  });
}

function walkToken(entry: unknown, place: string, fields: ReadonlySet<string>, walk: Walk): boolean {
  if (!isObject(entry) || typeof entry.token !== 'string' || !Number.isFinite(entry.logprob)) return false;
  const isSpelled = entry.bytes !== null && entry.bytes !== undefined;
  // Before anything of it counts: what does not leave must not stand between two pieces that do.
  if (isSpelled && !isBytes(entry.bytes)) return false;
  for (const name in entry) if (!fields.has(name)) unknownField(walk, `${place}[]`, entry, name);
  addPiece(walk, 'text', place, entry.token, entry, 'token');
  if (isBytes(entry.bytes)) {
    addPiece(walk, 'text', `${place}.bytes`, String.fromCharCode(...entry.bytes), undefined, 'bytes', 'bytes');
  }
  return true;
}

function isBytes(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX_BYTES &&
    value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)
  );
}
