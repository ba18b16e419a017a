import type { TokenChoice } from '../families/family.js';

const AROUND = /^[\s\u2581\u0120"'*_`.,:;!<>()[\]{}-]+|[\s\u2581\u0120"'*_`.,:;!<>()[\]{}-]+$/g;
const SKIPPED = /[\s\u2581\u0120"'*]+/g;

const LONGEST_TOKEN = 64;

/** A token as a word: no space (nor the signs that tokenizers write for one), no quotes, lower case. */
function wordOf(token: string): string {
  return token.slice(0, LONGEST_TOKEN).replace(AROUND, '').toLowerCase();
}

/** Which label a token stands for or begins (`un` begins `unsafe`); -1 where none, or more than one. */
function labelOf(token: string, labels: readonly string[]): number {
  const word = wordOf(token);
  if (word === '') return -1;
  const exact = labels.indexOf(word);
  if (exact !== -1) return exact;
  const begun = labels.filter((label) => label.startsWith(word));
  return begun.length === 1 ? labels.indexOf(begun[0] ?? '') : -1;
}

/** The token that decides: the first word after the last place where `marker` stands; of the whole where it is empty. */
function decidingToken(tokens: readonly TokenChoice[], marker: string): TokenChoice | undefined {
  let from = marker === '' ? 0 : -1;
  let tail = '';
  for (const [index, { token }] of tokens.entries()) {
    tail = (tail + token.replace(SKIPPED, '').toLowerCase()).slice(-64);
    if (marker !== '' && tail.endsWith(marker)) from = index + 1;
  }
  return from === -1 ? undefined : tokens.slice(from).find(({ token }) => wordOf(token) !== '');
}

/**
 * How the probability of the deciding token is shared among labels, by what the server gave of its alternatives.
 *
 * Variants with a leading space, of another case, or cut short by the tokenizer count for their label; what is no
 * label is left out, so the shares sum to 1. A label that is not among the alternatives has the share 0: its true
 * share is less than the least likely alternative's.
 *
 * @param marker what stands before the label, in lower case without spaces and quotes: `safety:`, `<score>`; empty
 *   where the answer begins with it.
 * @param labels in lower case.
 * @param read the label that the text of the answer gives; where the tokens do not know it, they are not its tokens.
 * @returns one share a label, or `undefined` where the tokens do not tell.
 */
export function labelShares(
  tokens: readonly TokenChoice[] | undefined,
  marker: string,
  labels: readonly string[],
  read: string,
): readonly number[] | undefined {
  const masses = labels.map(() => 0);
  for (const { token, logprob } of decidingToken(tokens ?? [], marker)?.alternatives ?? []) {
    const label = labelOf(token, labels);
    const mass = Math.exp(logprob);
    if (label !== -1 && Number.isFinite(mass)) masses[label] = (masses[label] ?? 0) + mass;
  }
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  if (!(total > 0) || !((masses[labels.indexOf(read)] ?? 0) > 0)) return undefined;
  return masses.map((mass) => mass / total);
}
