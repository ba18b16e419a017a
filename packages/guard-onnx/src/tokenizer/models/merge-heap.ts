export interface WaitingMerge {
  readonly rank: number;
  readonly id: number;
  /** Where its left part stands. */
  readonly at: number;
}

/** Lowest rank first, and of equal ones the leftmost. */
export class MergeHeap {
  readonly #merges: WaitingMerge[] = [];

  push(merge: WaitingMerge): void {
    let at = this.#merges.push(merge) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): WaitingMerge | undefined {
    const [top] = this.#merges;
    const last = this.#merges.pop();
    if (last === undefined || this.#merges.length === 0) return top;
    this.#merges[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (this.#isBefore(left, least)) least = left;
      if (this.#isBefore(right, least)) least = right;
      if (least === at) return top;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#merges[one], this.#merges[other]];
    return a !== undefined && b !== undefined && (a.rank < b.rank || (a.rank === b.rank && a.at < b.at));
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#merges[one], this.#merges[other]];
    if (a === undefined || b === undefined) return;
    this.#merges[one] = b;
    this.#merges[other] = a;
  }
}
