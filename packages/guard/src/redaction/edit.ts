/** `[start, end)` of a text, and what belongs there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with edits made that are sorted and apart. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, text: put } of edits) {
    out += text.slice(from, start) + put;
    from = end;
  }
  return out + text.slice(from);
}
