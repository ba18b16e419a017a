import { foldUnit, isSeparatorUnit, isWordUnit } from '../unicode/units.js';

/** What to look for. A space in `text` stands for one run of separators of up to `SEPARATOR_RUN_MAX` units. */
export interface Pattern {
  readonly text: string;
  /** The match must not begin or end inside a word. Without effect at an edge of a script without spaces. */
  readonly wholeWord: boolean;
}

/** Longer runs of separators keep words apart, so that a match has a bounded length. */
export const SEPARATOR_RUN_MAX = 16;
/** Stands for a run of separators among the symbols of a pattern. */
export const SEPARATOR = 0x20;

/** A pattern as folded units, each run of separators as one `SEPARATOR`, none at the edges. */
export function symbolsOf(text: string): number[] {
  const symbols: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isSeparatorUnit(unit)) symbols.push(foldUnit(unit));
    else if (symbols.length > 0 && symbols.at(-1) !== SEPARATOR) symbols.push(SEPARATOR);
  }
  if (symbols.at(-1) === SEPARATOR) symbols.pop();
  return symbols;
}

/** The most units of a text that a match of these symbols can hold. */
export function longestMatch(symbols: readonly number[]): number {
  const separators = symbols.filter((symbol) => symbol === SEPARATOR).length;
  return symbols.length + separators * (SEPARATOR_RUN_MAX - 1);
}

/** Whether the symbol is part of a word, so that what stands beside it can cut a word. */
export function isWordSymbol(symbol: number): boolean {
  return symbol !== SEPARATOR && isWordUnit(symbol);
}
