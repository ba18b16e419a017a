/** A text in windows, or why not. */
export type CutText = { readonly windows: readonly Int32Array[] } | { readonly tooMany: number };

/** A tokenizer and a model, wherever they run. Throws ClassifierError. */
export interface Classifier {
  /** `tooMany`: how many windows it would take, where those are more than `most`. */
  cut(text: string, most: number): Promise<CutText>;
  /** What each window says of each label, 0 to 1. */
  classify(windows: readonly Int32Array[]): Promise<readonly (readonly number[])[]>;
  close(): Promise<void>;
}
