/** Rows of tokens of equal length, one row after the other. */
export interface TokenBatch {
  readonly rows: number;
  /** Tokens a row. */
  readonly width: number;
  readonly ids: BigInt64Array;
  /** 1 for a token, 0 for what only fills up. */
  readonly mask: BigInt64Array;
}

/** A loaded model; the runtime behind it is all that tests do not have. */
export interface ModelSession {
  /** The outputs of all rows, row by row. Throws `broken` where the model fails, or gives what is no row of numbers. */
  run(batch: TokenBatch): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Throws `invalid` where the runtime is not there or does not take the model. */
export type OpenModelSession = (modelPath: string, options: { readonly threads: number }) => Promise<ModelSession>;
