import type { Decision } from '@tyrian/contracts';

/** A guard that is measured: the whole of Tyrian, one of its detectors, or a model behind a server. */
export interface MeasuredGuard {
  readonly id: string;
  readonly version: string;
  /** 0 to 1, the higher the more likely harmful; undefined where it failed or does not cover the text. */
  score(text: string): Promise<number | undefined>;
  /** What would be done with the text, where the guard decides. */
  decide?(text: string): Promise<Decision>;
}
