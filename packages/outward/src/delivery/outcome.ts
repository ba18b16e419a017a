/** What an endpoint made of a message. `code` is a status or a word of ours, never the words of the endpoint. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly code: string }
  /** `afterMs`: the endpoint asks to be left alone for so long. */
  | { readonly kind: 'failed'; readonly code: string; readonly afterMs?: number | undefined }
  /** It wants nothing more, ever. */
  | { readonly kind: 'gone'; readonly code: string };
