/** What a model server speaks. */
export const UPSTREAM_APIS = ['openai', 'anthropic', 'ollama'] as const;
export type UpstreamApi = (typeof UPSTREAM_APIS)[number];

export interface UpstreamAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Which one of several answered, by its name. */
  readonly server?: string | undefined;
}

export interface UpstreamRequest {
  readonly api: UpstreamApi;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL: `/chat/completions` (whose base URL ends in `/v1`), `/v1/messages`, `/api/chat`. */
  readonly path: string;
  /** JSON, or bytes of `contentType`, written by us from what was checked. */
  readonly body?: string | Uint8Array | undefined;
  /** `application/json` unless given. */
  readonly contentType?: string | undefined;
  readonly accept: string;
  /** What the API needs besides, such as `anthropic-version`. Never a client's unchecked. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The model that is asked for, where several servers serve different ones. */
  readonly model?: string | undefined;
  /** The server that the caller's key is bound to, by its name. */
  readonly upstream?: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * The model server. Rejects with UPSTREAM_UNREACHABLE, _TIMEOUT, _REDIRECT; the body's iteration with UPSTREAM_CUT,
 * _TOO_LARGE, _TIMEOUT or _INVALID. Statuses of 400 and more are answers like any other.
 */
export interface Upstream {
  send(request: UpstreamRequest): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}
