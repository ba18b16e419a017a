import { type Field, isObject } from '../field.js';
import { addPiece, misfit, unknownField, type Walk } from '../walk.js';

const MAX_BYTES = 64;
const TOKEN_FIELDS: ReadonlySet<string> = new Set(['token', 'bytes', 'logprob', 'top_logprobs']);

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
        if (!walkToken(entry, place, walk)) misfit(walk, place, value, position, 'must be a token');
        if (!isObject(entry) || !Array.isArray(entry.top_logprobs)) return;
        const top: unknown[] = entry.top_logprobs;
        top.forEach((alternative, rank) => {
          if (!walkToken(alternative, `${place}.top[${rank}]`, walk)) misfit(walk, place, top, rank, 'must be a token');
        });
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

function walkToken(entry: unknown, place: string, walk: Walk): boolean {
  if (!isObject(entry) || typeof entry.token !== 'string' || !Number.isFinite(entry.logprob)) return false;
  const isSpelled = entry.bytes !== null && entry.bytes !== undefined;
  // Before anything of it counts: what does not leave must not stand between two pieces that do.
  if (isSpelled && !isBytes(entry.bytes)) return false;
  for (const name in entry) if (!TOKEN_FIELDS.has(name)) unknownField(walk, `${place}[]`, entry, name);
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
