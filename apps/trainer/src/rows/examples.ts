import type { RowKind } from './training-row.js';

/** What is known of a training text beside its features. */
export interface Example {
  /** 1 harmful, 0 not, null not known. */
  readonly label: 0 | 1 | null;
  readonly hazards: readonly string[];
  readonly kind: RowKind;
  /** The data set, or `corpus/...` for a file of our own. */
  readonly source: string;
  /** For a text of the corpus: the heads that it is harmless to; undefined: all. */
  readonly negativeFor?: readonly string[];
}
