/** One piece of a page, whatever it is written in. Texts are plain: each format escapes them its own way. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Page {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly Block[];
  /** Which policy it was made from. */
  readonly footer: string;
}
