/**
 * What the automaton must know of a UTF-16 unit. Surrogates are neither letters nor separators: text in astral
 * letters reaches the automaton through the folded view.
 */
const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
const SPACELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const WHITE_SPACE = /^\s$/u;
/** Seen between the words of a phrase in tags, file names, addresses and light disguise. */
const JOINERS = new Set('_-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00b7\u2022\u2027\u30fb*~+');
const QUOTES = new Set('\u2018\u2019\u201b\u02bc\u2032\u00b4`\uff07');

/** Whether the unit stands between words, so that a run of such units counts as one space of a pattern. */
export function isSeparatorUnit(unit: number): boolean {
  const character = String.fromCharCode(unit);
  return WHITE_SPACE.test(character) || JOINERS.has(character);
}

/** Whether the unit makes a word that a whole-word pattern must not begin or end inside of. */
export function isWordUnit(unit: number): boolean {
  const character = String.fromCharCode(unit);
  return LETTER.test(character) && !SPACELESS.test(character);
}

/** The unit that it is compared as: one case, one apostrophe. Foldings that change the length belong to a view. */
export function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  if (QUOTES.has(character)) return 0x27;
  if (unit === 0x130) return 0x69;
  const upper = character.toUpperCase();
  const folded = (upper.length === 1 ? upper : character).toLowerCase();
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}
