import type { TyrianError, Verdict } from '@tyrian/contracts';
import type { Field, JsonObject } from '../fields/field.js';

/** What is said to a person whose prompt or answer was refused or held. */
export interface Refusal {
  readonly verdict: Verdict;
  /** In the person's language, with what would pass, help lines and the verdict, as far as its tier allows. */
  readonly sentence: string;
  /** To be said by the assistant rather than as an error. */
  readonly isSpoken: boolean;
}

/** What a model server said when it refused a request; its message only where that was checked. */
export interface UpstreamWords {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly param: string | null;
}

/** How the clients of one kind read errors. */
export interface Dialect {
  readonly name: 'openai' | 'openai.images' | 'azure' | 'anthropic' | 'ollama' | 'mcp';
  /** A fault, in the words of the catalogue. */
  error(error: TyrianError, requestId: string): object;
  /** The same where what was asked says how; absent: the error's own status, and what `error` says. */
  answer?(error: TyrianError, body: unknown): { readonly status: number; readonly body: object };
  /** A prompt that was refused or held; always with status 400, so that no client tries again. */
  refusal(refusal: Refusal): object;
  /** What the model server said. */
  upstream(words: UpstreamWords, requestId: string): object;
  /** How its model servers word errors: the table, and what to read from one that was walked. */
  readonly upstreamError: {
    readonly table: Field;
    read(
      body: JsonObject,
    ): { readonly message?: unknown; readonly code?: unknown; readonly param?: unknown } | undefined;
  };
}
