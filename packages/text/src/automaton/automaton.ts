import { EDGE_END, EDGE_START } from './compile.js';
import { BASE, CELL, CHECK, FAIL, OUTPUT } from './double-array.js';
import { type AutomatonArrays, unpackArrays } from './format.js';
import { SEPARATOR_RUN_MAX } from './pattern.js';
import { BEGINS_ANYWHERE, CLASS_BITS, SEPARATOR_CLASS, unpackUnitTable, WORD } from './unit-table.js';

/** Called for every match, in the order of their ends, the longest first. */
export type OnMatch = (pattern: number, start: number, end: number) => void;

const ROOT = 0;

/** Finds all matches of many patterns, overlapping ones among them, in one pass in linear time. */
export class Automaton {
  readonly patternCount: number;
  readonly #units: Uint16Array;
  readonly #cells: Int32Array;
  readonly #outputs: Int32Array;
  readonly #patterns: Uint16Array;

  constructor(arrays: AutomatonArrays) {
    this.#units = unpackUnitTable(arrays.pageIndex, arrays.pages);
    this.#cells = arrays.cells;
    this.#outputs = arrays.outputs;
    this.#patterns = arrays.patterns;
    this.patternCount = arrays.patterns.length / 2;
  }

  /**
   * Reports every match, and returns where the longest match begins that could still come about or go on if more text
   * came: the length of the text where none could.
   */
  scan(text: string, onMatch: OnMatch): number {
    const units = this.#units;
    const cells = this.#cells;
    const length = text.length;
    let state = ROOT;
    let insideWord = false;
    let separators = 0;
    for (let at = 0; at < length; at++) {
      let entry = units[text.charCodeAt(at)] as number;
      if (state === ROOT && insideWord) {
        // Nothing can begin here: on to the end of the word.
        while ((entry & (WORD | BEGINS_ANYWHERE)) === WORD) {
          if (++at === length) return length;
          entry = units[text.charCodeAt(at)] as number;
        }
      }
      const symbol = entry & CLASS_BITS;
      const begins = !insideWord || (entry & BEGINS_ANYWHERE) !== 0;
      insideWord = (entry & WORD) !== 0;
      if (symbol === SEPARATOR_CLASS) {
        if (++separators > 1) {
          if (separators > SEPARATOR_RUN_MAX) state = ROOT;
          continue;
        }
      } else separators = 0;
      if (symbol === 0) {
        state = ROOT;
        continue;
      }
      let next = (cells[state + BASE] as number) + symbol * CELL;
      while (cells[next + CHECK] !== state) {
        if (state === ROOT) {
          next = ROOT;
          break;
        }
        state = cells[state + FAIL] as number;
        if (state === ROOT && !begins) {
          next = ROOT;
          break;
        }
        next = (cells[state + BASE] as number) + symbol * CELL;
      }
      state = next;
      const output = cells[state + OUTPUT] as number;
      if (output !== 0) this.#report(text, at + 1, output, onMatch);
    }
    return this.#walkBack(text, length, this.#depthOf(state));
  }

  /** How many symbols lead to a state: its check is the state before it. */
  #depthOf(state: number): number {
    let depth = 0;
    for (let at = state; at !== ROOT; at = this.#cells[at + CHECK] as number) depth++;
    return depth;
  }

  #report(text: string, end: number, output: number, onMatch: OnMatch): void {
    const outputs = this.#outputs;
    const endsInWord = end < text.length && ((this.#units[text.charCodeAt(end)] as number) & WORD) !== 0;
    let start = end;
    let walked = 0;
    for (let at = output; at !== 0; at = outputs[at + 1] as number) {
      const pattern = outputs[at] as number;
      const edges = this.#patterns[pattern * 2 + 1] as number;
      if (endsInWord && (edges & EDGE_END) !== 0) continue;
      const symbols = this.#patterns[pattern * 2] as number;
      // A chain goes from the longest to the shortest, so the longest is walked once and the others start anew.
      if (symbols !== walked) {
        start = this.#walkBack(text, end, symbols);
        walked = symbols;
      }
      if (
        (edges & EDGE_START) !== 0 &&
        start > 0 &&
        ((this.#units[text.charCodeAt(start - 1)] as number) & WORD) !== 0
      ) {
        continue;
      }
      onMatch(pattern, start, end);
    }
  }

  /** Where the last `symbols` symbols before `end` begin, a run of separators being one. */
  #walkBack(text: string, end: number, symbols: number): number {
    const units = this.#units;
    let at = end;
    for (let left = symbols; left > 0; left--) {
      at--;
      if (units[text.charCodeAt(at)] !== SEPARATOR_CLASS) continue;
      // A pattern begins with no separator, so the run never reaches the beginning of the text.
      while (units[text.charCodeAt(at - 1)] === SEPARATOR_CLASS) at--;
    }
    return at;
  }
}

/** Loads what `compileAutomaton` made; nothing is parsed, and the bytes must not change afterwards. */
export function loadAutomaton(bytes: Uint8Array): Automaton {
  return new Automaton(unpackArrays(bytes));
}
