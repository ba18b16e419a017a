import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import { BYTE_CHARACTERS } from '../pre-tokenizers/byte-level.js';
import { MergeHeap } from './merge-heap.js';
import type { WordModel } from './word-model.js';

const Settings = z.strictObject({
  type: z.string().optional(),
  dropout: z.null().optional(),
  /** Nothing is unknown: every byte is in the vocabulary. */
  unk_token: z.string().nullish(),
  continuing_subword_prefix: z.literal('').nullish(),
  end_of_word_suffix: z.literal('').nullish(),
  fuse_unk: z.boolean().optional(),
  byte_fallback: z.literal(false).optional(),
  ignore_merges: z.boolean().optional(),
  vocab: z.record(z.string(), z.int().nonnegative()),
  merges: z.array(z.union([z.string(), z.tuple([z.string(), z.string()])])),
});

interface Merge {
  readonly rank: number;
  readonly id: number;
}

/** GPT-2, RoBERTa, ModernBERT: bytes, joined pair by pair, the pair that was learnt first before all others. */
export function bytePair(settings: unknown, where: string): WordModel {
  const { vocab, merges, ignore_merges } = parseAs(Settings, settings, where);
  const ids = new Map(Object.entries(vocab));
  if (!BYTE_CHARACTERS.every((character) => ids.has(character)))
    throw invalid(`${where}: only BPE over bytes is supported, and not all bytes are in its vocabulary`);
  const width = Math.max(...BYTE_CHARACTERS.map((character) => ids.get(character) ?? 0), ids.size) + 1;
  const keyOf = (left: number, right: number) => left * width + right;
  const known = new Map<number, Merge>();
  for (const [rank, merge] of merges.entries()) {
    const [left = '', right = ''] = typeof merge === 'string' ? merge.split(' ') : merge;
    const [leftId, rightId, id] = [ids.get(left), ids.get(right), ids.get(left + right)];
    if (leftId === undefined || rightId === undefined || id === undefined || Math.max(leftId, rightId) >= width)
      throw invalid(`${where}: merge ${rank} is not in its vocabulary`);
    const key = keyOf(leftId, rightId);
    if (!known.has(key)) known.set(key, { rank, id });
  }

  return (word, out) => {
    const whole = ignore_merges ? ids.get(word) : undefined;
    if (whole !== undefined) return void out.push(whole);
    const parts = Int32Array.from(word, (character) => {
      const id = ids.get(character);
      if (id === undefined) throw invalid(`${where}: nothing turns texts into bytes before it`);
      return id;
    });
    joinPairs(parts, (left, right) => known.get(keyOf(left, right)), out);
  };
}

/** In place: `parts` shrinks as a linked list, the pairs wait in a heap. n log n. */
function joinPairs(
  parts: Int32Array,
  mergeOf: (left: number, right: number) => Merge | undefined,
  out: number[],
): void {
  const size = parts.length;
  const next = Int32Array.from({ length: size }, (_, at) => at + 1);
  const previous = Int32Array.from({ length: size }, (_, at) => at - 1);
  const isGone = new Uint8Array(size);
  const heap = new MergeHeap();
  function consider(at: number): void {
    const right = next[at] ?? size;
    if (at < 0 || right >= size) return;
    const merge = mergeOf(parts[at] ?? 0, parts[right] ?? 0);
    if (merge) heap.push({ ...merge, at });
  }
  for (let at = 0; at < size; at++) consider(at);
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const { at, id } = top;
    const right = next[at] ?? size;
    if (isGone[at] || right >= size) continue;
    // The pair may have become another one since it was put there.
    if (mergeOf(parts[at] ?? 0, parts[right] ?? 0)?.id !== id) continue;
    parts[at] = id;
    isGone[right] = 1;
    const behind = next[right] ?? size;
    next[at] = behind;
    if (behind < size) previous[behind] = at;
    consider(previous[at] ?? -1);
    consider(at);
  }
  for (let at = 0; at < size; at = next[at] ?? size) out.push(parts[at] ?? 0);
}
