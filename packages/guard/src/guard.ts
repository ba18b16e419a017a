import type { Generation, Policy, PolicyMode, Signal, TextContent, Verdict } from '@tyrian/contracts';
import type { Covered } from './detector.js';

/** A policy that is ready to judge, with the hash of everything in it. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** Hex of SHA-256 over the canonical JSON of the policy. */
  readonly hash: string;
}

export interface CheckOptions {
  /** Signals of the stage before, so that a policy can compose prompt with answer. */
  readonly before?: readonly Signal[];
  /** Placeholders of the prompt, so that a repair of the answer makes none that would be restored as one of them. */
  readonly reserved?: readonly string[];
  /** Reads every score strictly, whatever the audience: controversial counts as unsafe. */
  readonly strict?: boolean;
  readonly abort?: AbortSignal;
}

/** One row of the coverage matrix: a detector and what it can see. */
export interface CoverageRow {
  readonly detector: string;
  readonly version: string;
  readonly modalities: readonly string[];
  /** `remote`: a guard model behind a server. */
  readonly cost: 'cheap' | 'local' | 'remote';
  readonly covers: readonly Covered[];
  /** It is switched off: at most locked rules count what it sees. */
  readonly off?: true;
}

/** Turns a generation into a verdict. The same guard stands behind every door. */
export interface Guard {
  /** Never rejects for what it is given: what a detector could not do stands in the verdict's coverage. */
  check(generation: Generation, options?: CheckOptions): Promise<Verdict>;
  /**
   * From where on a text must wait, given that more of it may come: what stands before can become part of no finding of
   * bounded reach that `check` does not show yet. In UTF-16 units of the text.
   */
  heldFrom(content: TextContent): number;
  readonly policy: LoadedPolicy;
  readonly mode: PolicyMode;
  coverage(): readonly CoverageRow[];
}
