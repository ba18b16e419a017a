/** Something in brackets that may be a placeholder. */
export interface Bracketed {
  readonly start: number;
  readonly end: number;
  /** The same for all spellings that a model makes of one placeholder. */
  readonly key: string;
}

/** A placeholder is short, so that a bracket that nobody closes ends the search soon. */
const MAX_LENGTH = 120;
const OPENING: ReadonlySet<string> = new Set('[［【');
const CLOSING: ReadonlySet<string> = new Set(']］】');
const LOOSE = /[\s_\\\u00AD\u200B-\u200F\u2010-\u2015\u2060\uFEFF-]+/g;

/** Everything in brackets, innermost, in linear time. Markdown's backslashes before both brackets belong to it. */
export function* bracketedIn(text: string): Generator<Bracketed> {
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (OPENING.has(unit)) open = at;
    else if (open !== -1 && at - open > MAX_LENGTH) open = -1;
    else if (open !== -1 && CLOSING.has(unit)) {
      const isEscaped = text[open - 1] === '\\' && text[at - 1] === '\\';
      yield { start: isEscaped ? open - 1 : open, end: at + 1, key: fold(text.slice(open + 1, at)) };
      open = -1;
    }
  }
}

/** The key of a placeholder; undefined for a replacement that stands in no brackets. */
export function placeholderKey(placeholder: string): string | undefined {
  const [only, more] = [...bracketedIn(placeholder)];
  return only && !more && only.start === 0 && only.end === placeholder.length ? only.key : undefined;
}

/** Without case, blanks, underscores, hyphens and escapes, in all of which models are free. */
function fold(inner: string): string {
  return inner.replace(LOOSE, '').toLowerCase();
}
