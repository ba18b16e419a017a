/**
 * What went wrong with a server, before anyone knows which model it was for. `detail` is ours and holds neither content
 * nor a key: nothing that a server said is repeated.
 */
export class ModelServerError extends Error {
  override readonly name = 'ModelServerError';

  constructor(
    /**
     * `unreachable`: no answer came; `busy`: it has too much to do; `refused`: it does not take this request;
     * `answer`: what came is no answer of its kind.
     */
    readonly fault: 'unreachable' | 'busy' | 'refused' | 'answer',
    readonly detail: string,
    readonly more: { readonly status?: number; readonly isTransient?: boolean; readonly cause?: unknown } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
  }

  /** Tells whether the same request may well succeed a moment later. */
  get isTransient(): boolean {
    return this.more.isTransient === true;
  }

  /** Tells whether the server said that what it was given is too long, or something that amounts to it. */
  get isAboutTheInput(): boolean {
    return this.fault === 'refused' && [400, 413, 422].includes(this.more.status ?? 0);
  }
}
