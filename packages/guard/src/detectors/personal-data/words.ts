/** Letters of scripts that put spaces between words: such a word must stand by itself. */
const SPACED = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';

/**
 * Finds any of the words, which stand in lower case and are separated by white space. A `_` stands for a space in one,
 * a `*` at the end lets it go on. Meant for short pieces of text.
 */
export function anyWord(words: string): RegExp {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((word) => {
      const goesOn = word.endsWith('*');
      const source = (goesOn ? word.slice(0, -1) : word)
        .replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
        .replaceAll('_', '[\\s_-]?');
      return goesOn ? source : `${source}(?![${SPACED}])`;
    });
  return new RegExp(`(?<![${SPACED}])(?:${parts.join('|')})`, 'u');
}
