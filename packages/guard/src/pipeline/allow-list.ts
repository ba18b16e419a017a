import { errors, type Span } from '@tyrian/contracts';
import { type Automaton, compileAutomaton, loadAutomaton } from '@tyrian/text';

/** Most phrases of one allow-list. */
export const ALLOWED_MAX = 10_000;

/**
 * Compiles phrases for an `AllowList`. Throws ACTIVATION_INVALID for a phrase that has no letter, digit or sign, or for
 * too many phrases.
 */
export function compileAllowList(phrases: readonly string[]): Uint8Array {
  if (phrases.length > ALLOWED_MAX) throw errors.ACTIVATION_INVALID([`more than ${ALLOWED_MAX} allowed phrases`]);
  try {
    return compileAutomaton(phrases.map((text) => ({ text, wholeWord: true })));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw errors.ACTIVATION_INVALID([`an allowed phrase: ${why}`], { cause });
  }
}

/**
 * Phrases that a tenant allows, found in a text in one pass: whole words, whatever their case.
 *
 * @example
 * const allowed = new AllowList(compileAllowList(['Kill Bill']));
 */
export class AllowList {
  readonly #automaton: Automaton;

  constructor(compiled: Uint8Array) {
    this.#automaton = loadAutomaton(compiled);
  }

  /** Tells whether every one of some spans lies inside an allowed phrase of this text. */
  within(text: string): (spans: readonly Span[]) => boolean {
    const found: Span[] = [];
    this.#automaton.scan(text, (_phrase, start, end) => found.push([start, end]));
    found.sort((a, b) => a[0] - b[0]);
    let furthest = 0;
    const furthestEnds = found.map(([, end]) => (furthest = Math.max(furthest, end)));
    const covers = ([start, end]: Span): boolean => {
      let [low, high] = [0, found.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((found[middle]?.[0] ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      return low > 0 && (furthestEnds[low - 1] ?? 0) >= end;
    };
    return (spans) => spans.length > 0 && spans.every(covers);
  }
}
