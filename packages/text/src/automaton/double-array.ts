import type { TrieNode } from './trie.js';

/** Int32 fields of a cell, side by side so that a step touches one cache line. A state is the offset of its cell. */
export const CELL = 4;
export const BASE = 0;
export const CHECK = 1;
export const FAIL = 2;
/** Offset into the list of outputs, 0 for none. */
export const OUTPUT = 3;

const FREE = -1;

export interface DoubleArray {
  readonly cells: Int32Array;
  readonly stateOf: ReadonlyMap<TrieNode, number>;
}

/**
 * Lays a trie out as a double array (Aoe 1989): the child of state s by class c is at base(s) + c, and it is a child of s
 * only if its check says so. Takes room for each transition, not for each class, so that thousands of Han characters
 * cost no more than letters do.
 */
export function layOut(root: TrieNode, classOf: (symbol: number) => number): DoubleArray {
  const slots = new Slots();
  const stateOf = new Map<TrieNode, number>([[root, slots.claimRoot()]]);
  const bases = new Map<TrieNode, number>();
  const queue = [root];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head];
    if (node === undefined) break;
    const children = [...node.children.values()];
    if (children.length === 0) continue;
    const classes = children.map((child) => classOf(child.symbol)).sort((a, b) => a - b);
    const base = slots.claim(classes);
    bases.set(node, base);
    for (const child of children) stateOf.set(child, base + classOf(child.symbol));
    queue.push(...children);
  }
  return fillCells(slots.size, stateOf, bases);
}

function fillCells(size: number, slotOf: Map<TrieNode, number>, bases: Map<TrieNode, number>): DoubleArray {
  const cells = new Int32Array(size * CELL);
  for (let slot = 0; slot < size; slot++) cells[slot * CELL + CHECK] = FREE;
  const stateOf = new Map<TrieNode, number>();
  for (const [node, slot] of slotOf) {
    const state = slot * CELL;
    stateOf.set(node, state);
    cells[state + BASE] = (bases.get(node) ?? 0) * CELL;
    for (const child of node.children.values()) cells[(slotOf.get(child) ?? 0) * CELL + CHECK] = state;
    cells[state + FAIL] = (node.fail === undefined ? 0 : (slotOf.get(node.fail) ?? 0)) * CELL;
  }
  return { cells, stateOf };
}

/** Which slots are taken; finds the first place where a set of classes fits. */
class Slots {
  #taken: Uint8Array = new Uint8Array(1024);
  #firstFree = 1;
  #largestClass = 0;
  #end = 1;

  /** Room for every class behind the last base, so that a step never reads outside. */
  get size(): number {
    return this.#end + this.#largestClass + 1;
  }

  claimRoot(): number {
    this.#taken[0] = 1;
    return 0;
  }

  claim(classes: readonly number[]): number {
    const first = classes[0] ?? 0;
    const last = classes.at(-1) ?? 0;
    this.#largestClass = Math.max(this.#largestClass, last);
    while (this.#taken[this.#firstFree] === 1) this.#firstFree++;
    let slot = Math.max(this.#firstFree, first);
    for (; ; slot++) {
      this.#reserve(slot - first + last + 1);
      if (this.#taken[slot] === 0 && classes.every((one) => this.#taken[slot - first + one] === 0)) break;
    }
    const base = slot - first;
    for (const one of classes) this.#taken[base + one] = 1;
    this.#end = Math.max(this.#end, base + last + 1);
    return base;
  }

  #reserve(length: number): void {
    if (length < this.#taken.length) return;
    const larger = new Uint8Array(Math.max(length + 1, this.#taken.length * 2));
    larger.set(this.#taken);
    this.#taken = larger;
  }
}
