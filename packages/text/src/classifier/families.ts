/** Kinds of features that a model reads; a model says which by the sum of their bits. */
export const FAMILY = {
  /** Single words. */
  words: 1,
  /** Two words in a row. */
  pairs: 2,
  /** Three to five letters in a row within a word, its edges included. */
  letters: 4,
  /** Three words in a row. */
  triples: 8,
  /** Two words with one between them. */
  gaps: 16,
  /** The first words of the text, apart from the same words elsewhere. */
  opening: 32,
  /** Question and exclamation marks, lines, and how long the text is. */
  marks: 64,
} as const;

/** Everything that the first models read: words, pairs of words, and letters within words. */
export const BASE_FAMILIES: number = FAMILY.words | FAMILY.pairs | FAMILY.letters;
