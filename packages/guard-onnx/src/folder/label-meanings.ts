import type { Hazard, Stage } from '@tyrian/contracts';

/** What a label of a model means to us. */
export interface LabelMeaning {
  /** `null`: harmless. */
  readonly hazard: Hazard | null;
  /** What a user may well say, and nobody else. */
  readonly sparesUsers?: boolean;
}

export interface LabelMeanings {
  /** By the number of the output. */
  readonly meanings: readonly LabelMeaning[];
  readonly languages: readonly string[] | 'any';
  readonly stages: readonly Stage[];
}
