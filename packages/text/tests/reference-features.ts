import { BUCKET_BITS, FAMILY } from '../src/index.js';

const PRIME = 0x01000193;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What `Featuriser` reads, told plainly with strings and sets; for texts of up to 4,000 units. */
export function referenceFeatures(text: string, families: number): number[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = wordsOf(plain);
  const hashes = [
    ...of(families, FAMILY.words, () => words.map(wordHash)),
    ...of(families, FAMILY.letters, () => words.flatMap(letterHashes)),
    ...of(families, FAMILY.pairs, () => runs(words, 2).map(([left, right]) => joined(0x2f0b4c47, left, right))),
    ...of(families, FAMILY.triples, () =>
      runs(words, 3).map(([left, middle, right]) => joined(joined(0x7ed55d16, left, middle), right, 1)),
    ),
    ...of(families, FAMILY.gaps, () => runs(words, 3).map(([left, , right]) => joined(0x3c6ef372, left, right))),
    ...of(families, FAMILY.opening, () => openingHashes(words)),
    ...of(families, FAMILY.marks, () => markHashes(plain, words.length)),
  ];
  return [...new Set(hashes.map(bucket))].sort((left, right) => left - right);
}

function wordsOf(plain: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charAt(at);
    const isLetter = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u.test(unit);
    const isAlone = isLetter && SPACELESS.test(unit);
    const isPart = isLetter && !isAlone;
    if (isPart) word += unit;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
    if (isAlone) words.push(unit);
  }
  return word === '' ? words : [...words, word];
}

function of(families: number, family: number, hashes: () => number[]): number[] {
  return families & family ? hashes() : [];
}

function wordHash(word: string): number {
  return rolled(0x811c9dc5, word);
}

function letterHashes(word: string): number[] {
  const edged = ` ${word} `;
  const runsOf = (size: number) =>
    Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, from) => edged.slice(from, from + size));
  return [3, 4, 5].flatMap(runsOf).map((run) => rolled(0x1b873593, run));
}

function openingHashes(words: readonly string[]): number[] {
  const hashes = words.slice(0, 4).map((word) => joined(0x5bd1e995, wordHash(word), 1));
  const [first, second] = words;
  if (first === undefined) return hashes;
  const next = second === undefined ? 0 : wordHash(second);
  return [...hashes, joined(0x5bd1e995, wordHash(first), 2), joined(0x5bd1e995, wordHash(first), next)];
}

function markHashes(plain: string, words: number): number[] {
  const count = (mark: string) => plain.split(mark).length - 1;
  return [
    joined(0x27d4eb2f, 1, Math.min(count('?'), 2)),
    joined(0x27d4eb2f, 2, Math.min(count('!'), 2)),
    joined(0x27d4eb2f, 3, Math.min(count('\n'), 3)),
    joined(0x27d4eb2f, 4, Math.floor(Math.log2(words + 1))),
  ];
}

/** Hashes of the words of each run of `size` words. */
function runs(words: readonly string[], size: number): [number, number, number][] {
  return words
    .slice(0, Math.max(0, words.length - size + 1))
    .map((_, at) => [0, 1, 2].map((more) => wordHash(words[at + more] ?? '')) as [number, number, number]);
}

function rolled(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

function joined(seed: number, left: number, right: number): number {
  return Math.imul(Math.imul(seed ^ left, PRIME) ^ right, 0x5bd1e995);
}

/** MurmurHash3's finaliser in exact arithmetic. */
function bucket(hash: number): number {
  const mask = 0xffffffffn;
  let bits = BigInt(hash >>> 0);
  bits ^= bits >> 16n;
  bits = (bits * 0x85ebca6bn) & mask;
  bits ^= bits >> 13n;
  bits = (bits * 0xc2b2ae35n) & mask;
  bits ^= bits >> 16n;
  return Number(bits >> BigInt(32 - BUCKET_BITS));
}
