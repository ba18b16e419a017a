import type { Hits } from './hits.js';

/** Whether a hit that ends at one place can be followed by one that begins at another. */
export type AreLinked = (end: number, start: number) => boolean;

const NONE = -1;

/**
 * Chains of hits, one of each group in the order of the groups, each linked with the next. Links must be such that what
 * reaches over a distance reaches over every part of it; then the nearest hit that a chain leads to is always the one to
 * go on from, and all chains are found in one pass over each group.
 */
export class Chains {
  readonly #groups: readonly number[];
  readonly #hits: Hits;
  /** For each group, for each hit: the hit of the group before, or `NONE` where no chain leads here. */
  readonly #previous: Int32Array[] = [];

  constructor(groups: readonly number[], hits: Hits, areLinked: AreLinked) {
    this.#groups = groups;
    this.#hits = hits;
    let reached = new Int32Array();
    for (const [index, group] of groups.entries()) {
      const count = hits.count(group);
      const previous = new Int32Array(count).fill(NONE);
      // The last hit, up to each, that a chain leads to.
      const nearest = new Int32Array(count);
      let last = NONE;
      for (let hit = 0; hit < count; hit++) {
        if (index === 0) last = hit;
        else {
          previous[hit] = this.#before(groups[index - 1] ?? 0, reached, hits.start(group, hit), areLinked);
          if (previous[hit] !== NONE) last = hit;
        }
        nearest[hit] = last;
      }
      this.#previous.push(previous);
      reached = nearest;
    }
  }

  /** The chain that ends in a hit of the last group, from its first piece on. */
  endingIn(hit: number): [start: number, end: number][] | undefined {
    const pieces: [number, number][] = [];
    let at = hit;
    for (let index = this.#groups.length - 1; index >= 0; index--) {
      const group = this.#groups[index] ?? 0;
      pieces.unshift([this.#hits.start(group, at), this.#hits.end(group, at)]);
      const before = this.#previous[index]?.[at] ?? NONE;
      if (index > 0 && before === NONE) return undefined;
      at = before;
    }
    return pieces;
  }

  #before(group: number, reached: Int32Array, start: number, areLinked: AreLinked): number {
    const hit = reached[this.#hits.lastBefore(group, start)] ?? NONE;
    return hit !== NONE && areLinked(this.#hits.end(group, hit), start) ? hit : NONE;
  }
}
