import { type Field, isObject, type JsonObject } from '../field.js';
import { addPiece, misfit, unknownField, type Walk } from '../walk.js';

const KNOWN: ReadonlySet<string> = new Set(['tokens', 'token_logprobs', 'text_offset', 'top_logprobs']);

/**
 * Log probabilities as text completions write them: lists beside each other, and alternatives as keys. The guard gets the
 * tokens joined, and the alternatives joined rank by rank.
 */
export function tokenLogprobs(): Field {
  return {
    kind: 'log probabilities',
    minimal: null,
    fits: isObject,
    walk(value, place, holder, key, walk) {
      if (!isObject(value)) return misfit(walk, place, holder, key, 'must be an object');
      for (const name in value) if (!KNOWN.has(name)) unknownField(walk, place, value, name);
      walkTokens(value, place, walk);
      walkAlternatives(value, place, walk);
      for (const name of ['token_logprobs', 'text_offset']) walkNumbers(value, name, place, walk);
    },
    rows: (path) => [
      { path: `${path}.tokens[]`, kind: 'tokens', checked: true, example: (word) => ({ tokens: [word] }) },
      {
        path: `${path}.top_logprobs[]{key}`,
        kind: 'tokens',
        checked: true,
        example: (word) => ({ top_logprobs: [{ [word]: -0.1 }] }),
      },
      {
        path: `${path}.token_logprobs[]`,
        kind: 'number',
        checked: false,
        example: () => ({ token_logprobs: [-0.1], text_offset: [0] }),
      },
    ],
  };
}

function walkTokens(value: JsonObject, place: string, walk: Walk): void {
  const { tokens } = value;
  if (tokens === undefined || tokens === null) return;
  if (!Array.isArray(tokens) || !tokens.every((token) => typeof token === 'string')) {
    misfit(walk, `${place}.tokens`, value, 'tokens', 'must be a list of strings');
    return;
  }
  tokens.forEach((token, position) => {
    addPiece(walk, 'text', `${place}.tokens`, token, tokens, position);
  });
}

function walkAlternatives(value: JsonObject, place: string, walk: Walk): void {
  const { top_logprobs: top } = value;
  if (top === undefined || top === null) return;
  const isTop = (one: unknown) => one === null || (isObject(one) && Object.values(one).every(Number.isFinite));
  if (!Array.isArray(top) || !top.every(isTop)) {
    misfit(walk, `${place}.top_logprobs`, value, 'top_logprobs', 'must be a list of tokens');
    return;
  }
  for (const one of top) {
    if (!isObject(one)) continue;
    for (const [rank, token] of Object.keys(one).entries()) {
      addPiece(walk, 'text', `${place}.top[${rank}]`, token, undefined, token);
    }
  }
}

function walkNumbers(value: JsonObject, name: string, place: string, walk: Walk): void {
  const numbers = value[name];
  if (numbers === undefined || numbers === null) return;
  const isNumber = (one: unknown) => one === null || Number.isFinite(one);
  if (!Array.isArray(numbers) || !numbers.every(isNumber)) {
    misfit(walk, `${place}.${name}`, value, name, 'must be a list of numbers');
  }
}
