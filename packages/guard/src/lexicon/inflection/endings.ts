/** A stem with each of the endings, which stand in one string with spaces between; `-` is none. */
export function withEndings(stem: string, endings: string): string[] {
  return endings.split(' ').map((ending) => (ending === '-' ? stem : stem + ending));
}
