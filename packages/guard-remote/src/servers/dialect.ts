import type { ModelCall, ModelReply } from '../families/family.js';

/** What an operator may say of a server beside where it is. */
export interface DialectSettings {
  readonly model: string;
  /** Whether to ask for probabilities of tokens; some hosted servers refuse a request that does. */
  readonly logprobs: boolean;
  /** Tokens that the model may read, for servers that load it by request. */
  readonly contextTokens: number;
  /** Names of the classes of a classifier, in order, for servers that name only the likeliest. */
  readonly labels: readonly string[] | undefined;
}

/** How a kind of server wants a call written and how its answer reads. Pure. */
export interface ServerDialect {
  /** One sentence for whoever chooses. */
  readonly describe: string;
  /** Put before a path that a URL without one gets: `/v1`. */
  readonly folder?: string;
  /** Calls of one request at most. */
  readonly batchSize: number;
  keyHeader(key: string): Readonly<Record<string, string>>;
  /** Why this server does not take a call, in words; `undefined` where it does. */
  refuses(call: ModelCall): string | undefined;
  /** Tells whether a call may share a request with others. */
  shares(call: ModelCall): boolean;
  /** One call, or several that may share a request. The path goes behind that of the server's URL. */
  write(calls: readonly ModelCall[], settings: DialectSettings): { readonly path: string; readonly body: object };
  /** One reply a call, in their order; `undefined` where the answer is none of this kind. */
  read(answer: unknown, calls: readonly ModelCall[], settings: DialectSettings): readonly ModelReply[] | undefined;
}

export const bearer = (key: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${key}` });
