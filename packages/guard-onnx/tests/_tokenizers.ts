import { charsmapOf } from './_charsmap.js';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const SYLLABLES = [
  'an',
  'er',
  'zor',
  'blax',
  'zorblax',
  'quib',
  'nark',
  'ou',
  'th',
  'the',
  'wh',
  'where',
  'at',
  'in',
  'ing',
];

const special = (id: number, content: string) => ({
  ...{ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
});
const FILE = { version: '1.0', truncation: null, padding: null, decoder: null };

/** As BERT's, with a vocabulary of letters and syllables. */
export function wordPieceFile(more: object = {}) {
  const words = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...LETTERS, ...SYLLABLES, ...'.,!?-\'"()', '世', '界', 'ß', 'σ'];
  const parts = [...LETTERS, ...SYLLABLES].map((part) => `##${part}`);
  return {
    ...FILE,
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map((content, id) => special(id, content)),
    normalizer: {
      type: 'BertNormalizer',
      ...{ clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    model: {
      type: 'WordPiece',
      ...{ unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
      vocab: Object.fromEntries([...words, ...parts].map((word, id) => [word, id])),
    },
    ...more,
  };
}

/** What its table of characters does: width, a ligature, spaces, and what cannot be seen. */
const CHARSMAP = charsmapOf({
  Ａ: 'A',
  ａ: 'a',
  ﬁ: 'fi',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
  '\u200b': ' ',
  '\u0007': '',
  'e\u0301': 'é',
  '\u0041\u030a': 'Å',
});

/** As DeBERTa v3's and XLM-R's: SentencePiece. */
export function unigramFile(more: object = {}) {
  const pieces = ['▁', ...LETTERS, ...'.,!?é', '世', 'Å', '▁▁'];
  const longer = [...SYLLABLES, ...SYLLABLES.map((one) => `▁${one}`), '😀', 'fi'];
  const scored = [
    ...pieces.map((piece, at) => [piece, -3 - at * 0.13]),
    ...longer.map((piece, at) => [piece, -2 - at * 0.21]),
  ];
  return {
    ...FILE,
    added_tokens: ['[PAD]', '[CLS]', '[SEP]', '[UNK]'].map((content, id) => special(id, content)),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Strip', strip_left: true, strip_right: true },
        { type: 'Precompiled', precompiled_charsmap: CHARSMAP },
        { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [{ type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true }],
    },
    post_processor: { type: 'BertProcessing', sep: ['[SEP]', 2], cls: ['[CLS]', 1] },
    model: {
      type: 'Unigram',
      unk_id: 3,
      vocab: [['[PAD]', 0], ['[CLS]', 0], ['[SEP]', 0], ['[UNK]', 0], ...scored],
      byte_fallback: false,
    },
    ...more,
  };
}

/** The characters of the bytes, in order of their numbers: written out apart from the code that is tested. */
const BYTES = Array.from({ length: 256 }, (_, byte) => {
  const isShown = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  if (isShown) return String.fromCharCode(byte);
  const hidden = Array.from({ length: byte }, (_, one) => one).filter(
    (one) => !((one > 32 && one < 127) || (one > 160 && one !== 173)),
  );
  return String.fromCharCode(256 + hidden.length);
});

/** As RoBERTa's and ModernBERT's: bytes, and a few merges. */
export function bytePairFile(more: object = {}, merges: readonly string[] = MERGES) {
  const joined = merges.map((merge) => merge.replace(' ', ''));
  const words = ['<s>', '<pad>', '</s>', ...BYTES, ...new Set(joined)];
  return {
    ...FILE,
    added_tokens: [
      ...['<s>', '<pad>', '</s>'].map((content, id) => special(id, content)),
      { ...special(words.length, '   '), normalized: true, special: false },
      { ...special(words.length + 1, '<|mark|>'), special: false },
    ],
    normalizer: { type: 'NFC' },
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: {
      type: 'RobertaProcessing',
      sep: ['</s>', 2],
      cls: ['<s>', 0],
      trim_offsets: true,
      add_prefix_space: false,
    },
    model: {
      type: 'BPE',
      ...{ dropout: null, unk_token: null, continuing_subword_prefix: '', end_of_word_suffix: '', fuse_unk: false },
      ...{ byte_fallback: false, ignore_merges: false },
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
      merges,
    },
    ...more,
  };
}

const MERGES = [
  ...['t h', 'a n', 'e r', 'i n', 'o r', 'th e', 'Ġ th', 'Ġ the', 'z or', 'b l', 'a x', 'bl ax', 'zor blax', 'a a'],
  ...['in g', 'Ġ a', 'an d', 'Ġ w', 'aa aa', 'Ã ©', 'aa a', 'n n', 'Ġ Ġ', 'e s'],
];
