interface JsonShapeLimits {
  /** Lists and objects within each other. */
  readonly depth: number;
  /** Lists, objects and members of objects together. */
  readonly parts: number;
}

/** Free JSON of an answer may be 64 levels deep; log probabilities with 20 alternatives a token have 105 parts a token. */
const LIMITS: JsonShapeLimits = { depth: 128, parts: 1_000_000 };
const [QUOTE, BACKSLASH, COLON, LIST, LIST_END, OBJECT, OBJECT_END] = [0x22, 0x5c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Says what is wrong with JSON that is small on the wire and dear to parse: a list takes two characters, and some fifty
 * bytes and a microsecond once it is there; one that is deep overflows the stack of who walks or writes it. Undefined
 * where nothing is; says nothing about whether it is JSON. One pass.
 */
export function immodestyOf(
  text: string,
  { depth: maxDepth, parts: maxParts }: JsonShapeLimits = LIMITS,
): string | undefined {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at + 1);
    else if (unit === LIST_END || unit === OBJECT_END) depth--;
    else if (unit === COLON) parts++;
    else if (unit === LIST || unit === OBJECT) {
      parts++;
      if (++depth > maxDepth) return `it is deeper than ${maxDepth} levels`;
    }
    if (parts > maxParts) return `it has more than ${maxParts} parts`;
  }
  return undefined;
}

/** Where the quote stands that ends a string, or the end of the text; most of an answer is in strings, so they are leapt over. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}
