import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTokenizer } from '../src/tokenizer/tokenizer.js';
import { bytePairFile, unigramFile, wordPieceFile } from './_tokenizers.js';

const Vector = z.tuple([z.string(), z.array(z.int())]);
const vectors = z
  .object({
    ...{ wordPiece: z.array(Vector), wordPieceSequence: z.array(Vector), bytePair: z.array(Vector) },
    ...{ unigram: z.array(Vector), unigramFirst: z.array(Vector) },
  })
  .parse(JSON.parse(readFileSync(new URL('tokenizer-vectors.json', import.meta.url), 'utf8')));

const files = {
  wordPiece: wordPieceFile(),
  wordPieceSequence: wordPieceFile({
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFKC' }, { type: 'Lowercase' }, { type: 'StripAccents' }] },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Whitespace' },
        { type: 'Digits', individual_digits: false },
        { type: 'Punctuation', behavior: 'Isolated' },
      ],
    },
  }),
  unigram: unigramFile(),
  unigramFirst: unigramFile({
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'first', split: false },
  }),
  bytePair: bytePairFile(),
};
const kinds = ['wordPiece', 'wordPieceSequence', 'unigram', 'unigramFirst', 'bytePair'] as const;

function framed(kind: (typeof kinds)[number], text: string): readonly number[] {
  const { frame, encode } = createTokenizer(files[kind]);
  return [...frame.before, ...encode(text), ...frame.behind];
}

/** Texts with what tokenizers stumble over. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('zor', 'blax', ' ', '  ', '\r\n', 'é', 'e\u0301', '世', '😀', '<s>', '▁', '\ud800', "'s", '1'),
    )
    .map((parts) => parts.join('')),
);

describe('a tokenizer', () => {
  it.each(kinds)('gives what the library gives that such files are made with: %s', (kind) => {
    for (const [text, ids] of vectors[kind]) expect(framed(kind, text), JSON.stringify(text)).toEqual(ids);
  });

  it.each(kinds)('takes every text, and gives tokens of its vocabulary: %s', (kind) => {
    const { encode } = createTokenizer(files[kind]);
    const size = 400;
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = encode(text);
        expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < size)).toBe(true);
        expect(ids.length).toBeLessThanOrEqual(4 * text.length + 1);
      }),
    );
  });

  it('loses nothing over bytes: the tokens spell the text', () => {
    const { encode } = createTokenizer(files.bytePair);
    const { vocab } = files.bytePair.model;
    const words = new Map(Object.entries(vocab).map(([word, id]) => [id, word]));
    for (const { id, content } of files.bytePair.added_tokens) words.set(id, content.replaceAll(' ', 'Ġ'));
    const bytes = new Map(
      Object.entries(vocab)
        .filter(([, id]) => id >= 3 && id < 259)
        .map(([one, id]) => [one, id - 3]),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const spelt = encode(text)
          .map((id) => words.get(id) ?? '')
          .join('');
        const read = Buffer.from(Array.from(spelt, (one) => bytes.get(one) ?? 0)).toString('utf8');
        expect(read).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('loses no known letter with pieces: the tokens spell the text', () => {
    const { encode } = createTokenizer(unigramFile({ normalizer: null }));
    const vocab = files.unigram.model.vocab.map(([piece]) => String(piece));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'zorblaxquibnark the.?'), maxLength: 60 }), (text) => {
        const spelt = encode(text)
          .map((id) => vocab[id])
          .join('');
        const marked = text.replaceAll(' ', '▁');
        expect(spelt).toBe(marked === '' || marked.startsWith('▁') ? marked : `▁${marked}`);
      }),
    );
  });

  it('finds the likeliest pieces: none of all ways to cut a word is likelier', () => {
    const { encode } = createTokenizer(files.unigramFirst);
    const scores = new Map(files.unigram.model.vocab.slice(4).map(([piece, score]) => [String(piece), Number(score)]));
    const bestOf = (word: string): number => {
      if (word === '') return 0;
      const ends = Array.from({ length: word.length }, (_, at) => at + 1);
      const known = ends.filter((end) => scores.has(word.slice(0, end)));
      return Math.max(...known.map((end) => (scores.get(word.slice(0, end)) ?? 0) + bestOf(word.slice(end))));
    };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'zorblaxthewhringa'), minLength: 1, maxLength: 9 }), (word) => {
        const sum = encode(word).reduce((total, id) => total + Number(files.unigram.model.vocab[id]?.[1]), 0);
        expect(sum).toBeCloseTo(bestOf(`▁${word}`), 9);
      }),
    );
  });

  it('lets nobody write a special token', () => {
    for (const kind of ['wordPiece', 'unigram', 'bytePair'] as const) {
      const { frame, encode } = createTokenizer(files[kind]);
      const special = [...frame.before, ...frame.behind];
      expect(encode('a [SEP] b [CLS] </s> <s>').some((id) => special.includes(id))).toBe(false);
    }
  });

  it.each(kinds)('reads what repeats itself for long without running out of stack: %s', (kind) => {
    const { encode } = createTokenizer(files[kind]);
    for (const part of ['a', 'zorblax ', '\u0301', ' ', '世', '<|mark|', '\ud83d']) {
      const text = part.repeat(40_000 / part.length);
      expect(() => encode(text), part).not.toThrow();
    }
  });
});

describe('tokenizer.json', () => {
  it.each([
    ['a kind', { normalizer: { type: 'Nmt' } }, 'normalizer: Nmt is not supported'],
    ['a part in a sequence', { normalizer: { type: 'Sequence', normalizers: [{ type: 'X' }] } }, 'normalizer.0: X'],
    ['a pattern', { normalizer: { type: 'Replace', pattern: { Regex: '(a+)+' }, content: '' } }, 'pattern "(a+)+"'],
    ['a setting', { pre_tokenizer: { type: 'BertPreTokenizer', more: 1 } }, 'pre_tokenizer'],
    ['a behaviour', { pre_tokenizer: { type: 'Punctuation', behavior: 'Removed' } }, 'behavior'],
    ['a cut by a pattern', { pre_tokenizer: { type: 'Split', pattern: { Regex: 'x' } } }, 'Split is not supported'],
    ['a model', { model: { type: 'WordLevel', vocab: {} } }, 'WordLevel is not supported'],
    ['a frame', { post_processor: { type: 'Odd' } }, 'Odd is not supported'],
    ['two texts', { post_processor: { type: 'TemplateProcessing', single: [], special_tokens: {} } }, 'not one text'],
    ['a table', { normalizer: { type: 'Precompiled', precompiled_charsmap: 'AAAA' } }, 'not a table'],
    ['a field', { post: 1 }, 'tokenizer.json'],
  ])('is refused for %s that is not known', (_, more, said) => {
    expect(() => createTokenizer(wordPieceFile(more))).toThrow(said);
  });

  it('is refused where its parts do not go together', () => {
    expect(() => createTokenizer(bytePairFile({ pre_tokenizer: null }))).toThrow('nothing turns texts into bytes');
    expect(() => createTokenizer(bytePairFile({}, ['t h', 'th zz']))).toThrow('merge 1 is not in its vocabulary');
    const { model } = wordPieceFile();
    expect(() => createTokenizer(wordPieceFile({ model: { ...model, unk_token: '[NO]' } }))).toThrow('[NO]');
  });

  it('need not name its model, as old files do not', () => {
    for (const file of [wordPieceFile(), unigramFile(), bytePairFile()]) {
      const { type: _, ...model } = file.model;
      expect(createTokenizer({ ...file, model }).encode('zorblax')).toEqual(createTokenizer(file).encode('zorblax'));
    }
  });
});
