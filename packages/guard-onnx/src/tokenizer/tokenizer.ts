import { z } from 'zod';
import { parseAs } from '../classifier-error.js';
import { AddedToken, cutAddedTokens } from './added-tokens.js';
import { createFrame, type Frame } from './frame.js';
import { createWordModel } from './models/create-word-model.js';
import { createNormalizer } from './normalizers/create-normalizer.js';
import { createPreTokenizer } from './pre-tokenizers/create-pre-tokenizer.js';

const File = z.strictObject({
  version: z.string(),
  truncation: z.unknown(),
  padding: z.object({ pad_id: z.int().nonnegative() }).nullish(),
  added_tokens: z.array(AddedToken).max(10_000),
  normalizer: z.unknown(),
  pre_tokenizer: z.unknown(),
  post_processor: z.unknown(),
  /** From tokens back to text, which nobody does here. */
  decoder: z.unknown(),
  model: z.unknown(),
});

export interface Tokenizer {
  readonly frame: Frame;
  /** What fills up a row, where the file names it. */
  readonly padId: number | undefined;
  /** The tokens of a text, without the frame, in time that grows with the text alone (for BPE times its logarithm). */
  encode(text: string): readonly number[];
}

const SAMPLE = 'A caf\u00e9 \u2603';
const PADDINGS = ['[PAD]', '<pad>'];

/**
 * A tokenizer as tokenizer.json describes it: WordPiece, Unigram, or BPE over bytes. Gives what the library gives that wrote
 * the file, but for special tokens in a text, which are text here. Throws `invalid` for whatever it does not know.
 */
export function createTokenizer(json: unknown): Tokenizer {
  const file = parseAs(File, json, 'tokenizer.json');
  const normalizer = createNormalizer(file.normalizer);
  const preTokenizer = createPreTokenizer(file.pre_tokenizer);
  const special = file.added_tokens.filter((token) => token.special);
  const model = createWordModel(file.model, new Set(special.map(({ content }) => content)));
  const added = cutAddedTokens(file.added_tokens, normalizer);

  function encode(text: string): readonly number[] {
    const ids: number[] = [];
    let isFirst = true;
    for (const section of added.raw(text)) {
      const pieces = typeof section === 'string' ? added.normalized(normalizer(section)) : [section];
      for (const piece of pieces) {
        if (typeof piece === 'number') ids.push(piece);
        else if (piece !== '') for (const word of preTokenizer(piece, isFirst)) model(word, ids);
        isFirst = false;
      }
    }
    return ids;
  }

  // Shows at once whether the parts go together.
  encode(SAMPLE);
  return {
    frame: createFrame(file.post_processor),
    padId: file.padding?.pad_id ?? special.find(({ content }) => PADDINGS.includes(content))?.id,
    encode,
  };
}
