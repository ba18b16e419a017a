import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import { PrefixTree } from '../prefix-tree.js';
import type { WordModel } from './word-model.js';

const Settings = z.strictObject({
  type: z.string().optional(),
  unk_id: z.int().nonnegative(),
  vocab: z.array(z.tuple([z.string(), z.number()])).min(1),
  byte_fallback: z.literal(false).optional(),
});

/** How much worse than the worst piece an unknown character is. */
const UNKNOWN_PENALTY = 10;

/**
 * SentencePiece: of all ways to cut a word into pieces the likeliest (Viterbi), unknown characters in a row as one. Special
 * tokens are no pieces of a text.
 */
export function unigram(settings: unknown, where: string, special: ReadonlySet<string>): WordModel {
  const { vocab, unk_id: unknown } = parseAs(Settings, settings, where);
  if (unknown >= vocab.length) throw invalid(`${where}: unk_id is not in its vocabulary`);
  const scores = Float64Array.from(vocab, ([, score]) => score);
  const unknownScore =
    scores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY) - UNKNOWN_PENALTY;
  const pieces = vocab.map(([piece], id) => [piece, id] as const);
  const tree = new PrefixTree(pieces.filter(([piece, id]) => id !== unknown && !special.has(piece)));

  return (word, out) => {
    const size = word.length;
    const best = new Float64Array(size + 1);
    const starts = new Int32Array(size + 1).fill(-1);
    const ids = new Int32Array(size + 1);
    function reach(start: number, end: number, id: number, score: number): void {
      const candidate = (best[start] ?? 0) + score;
      if (starts[end] !== -1 && candidate <= (best[end] ?? 0)) return;
      best[end] = candidate;
      starts[end] = start;
      ids[end] = id;
    }
    for (let start = 0; start < size; ) {
      const next = start + ((word.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
      let isKnown = false;
      tree.each(word, start, (end, id) => {
        reach(start, end, id, scores[id] ?? 0);
        isKnown ||= end === next;
      });
      if (!isKnown) reach(start, next, unknown, unknownScore);
      start = next;
    }
    const path: number[] = [];
    for (let end = size; end > 0; end = starts[end] ?? 0) {
      const id = ids[end] ?? unknown;
      if (id !== unknown || path.at(-1) !== unknown) path.push(id);
    }
    for (let at = path.length - 1; at >= 0; at--) out.push(path[at] ?? unknown);
  };
}
