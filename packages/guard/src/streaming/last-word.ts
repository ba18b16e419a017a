const SPACE = /\s/;

/** Where the characters without white space begin that end a text, no more than `max` of them. */
export function lastWordFrom(text: string, max: number): number {
  let start = text.length;
  while (start > 0 && text.length - start < max && !SPACE.test(text.charAt(start - 1))) start--;
  return start;
}
