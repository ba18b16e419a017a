import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import type { WordModel } from './word-model.js';

const Settings = z.strictObject({
  type: z.string().optional(),
  unk_token: z.string(),
  continuing_subword_prefix: z.string(),
  max_input_chars_per_word: z.int().positive().max(1000),
  vocab: z.record(z.string(), z.int().nonnegative()),
});

/** BERT: the longest known beginning of a word, then of its rest; a word with an unknown part is unknown as a whole. */
export function wordPiece(settings: unknown, where: string): WordModel {
  const {
    unk_token,
    continuing_subword_prefix: prefix,
    max_input_chars_per_word,
    vocab,
  } = parseAs(Settings, settings, where);
  const ids = new Map(Object.entries(vocab));
  const unknown = ids.get(unk_token);
  if (unknown === undefined) throw invalid(`${where}: ${unk_token} is not in its vocabulary`);
  const longest = [...ids.keys()].reduce((most, piece) => Math.max(most, piece.length), 0);

  return (word, out) => {
    const before = out.length;
    if (lengthOf(word) > max_input_chars_per_word) return void out.push(unknown);
    for (let start = 0; start < word.length; ) {
      let end = Math.min(word.length, start + longest);
      let id: number | undefined;
      for (; end > start; end--) {
        id = ids.get(start === 0 ? word.slice(0, end) : prefix + word.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) {
        out.length = before;
        return void out.push(unknown);
      }
      out.push(id);
      start = end;
    }
  };
}

function lengthOf(word: string): number {
  let length = 0;
  for (const _ of word) length++;
  return length;
}
