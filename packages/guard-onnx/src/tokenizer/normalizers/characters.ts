/** Lower case letter by letter, as the original does: JavaScript alone would write the Greek sigma by its place in the word. */
export function lowerCase(text: string): string {
  return text.replaceAll('\u03a3', '\u03c3').toLowerCase();
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}
