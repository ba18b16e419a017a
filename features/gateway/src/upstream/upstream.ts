export interface UpstreamAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface ChatOptions {
  readonly signal: AbortSignal;
  readonly accept: 'application/json' | 'text/event-stream';
}

/**
 * The model server. Rejects with UPSTREAM_UNREACHABLE, _TIMEOUT, _REDIRECT; the body's iteration with UPSTREAM_CUT,
 * _TOO_LARGE, _TIMEOUT or _INVALID. Statuses of 400 and more are answers like any other.
 */
export interface Upstream {
  /** `body` is JSON, written by us from what was checked. */
  chat(body: string, options: ChatOptions): Promise<UpstreamAnswer>;
  models(options: { readonly signal: AbortSignal }): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}
