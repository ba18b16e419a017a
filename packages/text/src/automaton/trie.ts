import { isWordSymbol } from './pattern.js';

/** A node of the trie of all patterns, with what Aho and Corasick add to it. */
export interface TrieNode {
  readonly children: Map<number, TrieNode>;
  readonly symbol: number;
  /** Patterns that end here. */
  readonly patterns: number[];
  /** A pattern that may begin inside a word goes through here. */
  free: boolean;
  /** The longest proper suffix that is worth going on from. */
  fail: TrieNode | undefined;
  /** The nearest node on the chain of `fail` at which patterns end. */
  output: TrieNode | undefined;
}

export interface TriePattern {
  readonly symbols: readonly number[];
  /** It may begin inside a word. */
  readonly free: boolean;
}

function createNode(symbol: number): TrieNode {
  return { children: new Map(), symbol, patterns: [], free: false, fail: undefined, output: undefined };
}

/**
 * Builds the trie with its failure links. A suffix that begins inside a word is left out unless a pattern may begin
 * there: most text then falls back to the root at once. The links stay complete for the suffixes that remain, since
 * whether a suffix begins at a word is the same seen from every longer one.
 */
export function buildTrie(patterns: readonly TriePattern[]): TrieNode {
  const root = createNode(0);
  patterns.forEach((pattern, id) => {
    let node = root;
    for (const symbol of pattern.symbols) {
      const child = node.children.get(symbol) ?? createNode(symbol);
      node.children.set(symbol, child);
      child.free ||= pattern.free;
      node = child;
    }
    node.patterns.push(id);
  });
  linkFailures(root);
  return root;
}

function linkFailures(root: TrieNode): void {
  const queue = [root];
  for (let head = 0; head < queue.length; head++) {
    const parent = queue[head];
    if (parent === undefined) break;
    for (const child of parent.children.values()) {
      child.fail = parent === root ? root : failureOf(parent, child.symbol, root);
      child.output = child.fail.patterns.length > 0 ? child.fail : child.fail.output;
      queue.push(child);
    }
  }
}

function failureOf(parent: TrieNode, symbol: number, root: TrieNode): TrieNode {
  for (let suffix = parent.fail; suffix !== undefined; suffix = suffix.fail) {
    const next = suffix.children.get(symbol);
    if (next === undefined) continue;
    const insideWord = suffix === root && isWordSymbol(symbol) && isWordSymbol(parent.symbol);
    if (!insideWord || next.free) return next;
  }
  return root;
}
