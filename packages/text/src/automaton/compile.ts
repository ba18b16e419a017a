import { CELL, layOut, OUTPUT } from './double-array.js';
import { packArrays } from './format.js';
import { isWordSymbol, type Pattern, SEPARATOR, symbolsOf } from './pattern.js';
import { buildTrie, type TrieNode } from './trie.js';
import { buildUnitTable, CLASS_BITS, packUnitTable, SEPARATOR_CLASS } from './unit-table.js';

export const EDGE_START = 1;
export const EDGE_END = 2;
const SYMBOLS_MAX = 1000;

/**
 * Compiles patterns to an automaton in one array of bytes. Matches name a pattern by its index.
 *
 * @example
 * const automaton = loadAutomaton(compileAutomaton([{ text: 'pipe organ', wholeWord: true }]));
 */
export function compileAutomaton(patterns: readonly Pattern[]): Uint8Array {
  const symbols = patterns.map((pattern) => symbolsOf(pattern.text));
  const edges = patterns.map((pattern, id) => edgesOf(pattern, symbols[id] ?? []));
  const classes = classesOf(symbols);
  const free = patterns.map((_, id) => ((edges[id] ?? 0) & EDGE_START) === 0);
  const root = buildTrie(symbols.map((one, id) => ({ symbols: one, free: free[id] ?? true })));
  const { cells, stateOf } = layOut(root, (symbol) => classes.get(symbol) ?? 0);
  const outputs = chainOutputs(cells, stateOf);
  const anywhere = new Set<number>();
  symbols.forEach((one, id) => {
    if (free[id] === true) anywhere.add(classes.get(one[0] ?? 0) ?? 0);
  });
  classes.delete(SEPARATOR);
  const { index, pages } = packUnitTable(buildUnitTable(classes, anywhere));
  return packArrays({
    cells,
    outputs,
    patterns: Uint16Array.from(symbols.flatMap((one, id) => [one.length, edges[id] ?? 0])),
    pages,
    pageIndex: index,
  });
}

function edgesOf(pattern: Pattern, symbols: readonly number[]): number {
  const [first] = symbols;
  const last = symbols.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a pattern must have a letter, digit or sign');
  if (symbols.length > SYMBOLS_MAX) throw new RangeError(`a pattern must not have more than ${SYMBOLS_MAX} characters`);
  if (!pattern.wholeWord) return 0;
  return (isWordSymbol(first) ? EDGE_START : 0) | (isWordSymbol(last) ? EDGE_END : 0);
}

/** Classes by falling frequency, so that the common ones lie close together. */
function classesOf(patterns: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const symbols of patterns) {
    for (const symbol of symbols) if (symbol !== SEPARATOR) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (sorted.length + SEPARATOR_CLASS > CLASS_BITS) throw new RangeError('the patterns have too many characters');
  const classes = new Map<number, number>([[SEPARATOR, SEPARATOR_CLASS]]);
  sorted.forEach(([symbol], index) => {
    classes.set(symbol, SEPARATOR_CLASS + 1 + index);
  });
  return classes;
}

/** Chains of the patterns that end in a state, shared with the chain of its suffix. Fills the states' `OUTPUT`. */
function chainOutputs(cells: Int32Array, stateOf: ReadonlyMap<TrieNode, number>): Int32Array {
  const outputs = [0, 0];
  const headOf = new Map<TrieNode, number>();
  const chainFrom = (node: TrieNode | undefined): number => {
    if (node === undefined) return 0;
    if (node.patterns.length === 0) return chainFrom(node.output);
    let head = headOf.get(node);
    if (head === undefined) {
      head = chainFrom(node.output);
      for (const pattern of node.patterns) {
        outputs.push(pattern, head);
        head = outputs.length - 2;
      }
      headOf.set(node, head);
    }
    return head;
  };
  for (const [node, state] of stateOf) cells[state + OUTPUT] = chainFrom(node);
  if (cells.length % CELL !== 0) throw new RangeError('cells are out of step');
  return Int32Array.from(outputs);
}
