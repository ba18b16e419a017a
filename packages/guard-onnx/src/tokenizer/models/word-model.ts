/** Adds the numbers of a word's tokens to `ids`. */
export type WordModel = (word: string, ids: number[]) => void;
