/** The part of onnxruntime-node that is used: it is not installed along, so its own types are not there. */
declare module 'onnxruntime-node' {
  export class Tensor {
    constructor(type: 'int64', data: BigInt64Array, dims: readonly number[]);
    readonly type: string;
    readonly data: unknown;
    readonly dims: readonly number[];
  }
  export class InferenceSession {
    static create(
      path: string,
      options: { intraOpNumThreads: number; interOpNumThreads: number; executionProviders: readonly string[] },
    ): Promise<InferenceSession>;
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
    release(): Promise<void>;
  }
}
