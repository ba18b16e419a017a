/** Numbers of one hit: its start, its end, and whether it is plain. */
const FIELDS = 3;
/** Of a group with more hits the memory is given back. */
const KEPT_MAX = 64;

/** Where the terms of each group stand in one view, in the order of their ends. Reused from text to text. */
export class Hits {
  /** By group, the numbers of one hit after the other; what lies behind the count is of texts before. */
  readonly #hits: number[][];
  readonly #counts: Uint32Array;
  /** Groups with at least one hit. */
  readonly touched: number[] = [];

  constructor(groupCount: number) {
    this.#hits = Array.from({ length: groupCount }, () => []);
    this.#counts = new Uint32Array(groupCount);
  }

  clear(): void {
    for (const group of this.touched) {
      const hits = this.#of(group);
      if (hits.length > KEPT_MAX * FIELDS) hits.length = 0;
      this.#counts[group] = 0;
    }
    this.touched.length = 0;
  }

  /** `isPlain`: the original has the same letters there, so that what is told of them by themselves is told already. */
  add(group: number, start: number, end: number, isPlain = false): void {
    const hits = this.#of(group);
    const count = this.count(group);
    if (count === 0) this.touched.push(group);
    this.#counts[group] = count + 1;
    const at = count * FIELDS;
    hits[at] = start;
    hits[at + 1] = end;
    hits[at + 2] = isPlain ? 1 : 0;
  }

  count(group: number): number {
    return this.#counts[group] ?? 0;
  }

  start(group: number, hit: number): number {
    return this.#number(group, hit, 0);
  }

  end(group: number, hit: number): number {
    return this.#number(group, hit, 1);
  }

  isPlain(group: number, hit: number): boolean {
    return this.#number(group, hit, 2) === 1;
  }

  /** The last hit that ends at or before `at`, or -1. */
  lastBefore(group: number, at: number): number {
    return this.#firstEndingAfter(group, at) - 1;
  }

  /** The first hit, in the order of ends, that begins at or behind `at`; -1 if there is none. */
  firstFrom(group: number, at: number): number {
    const count = this.count(group);
    // Only hits that lie over `at` are passed by, and no more of them than terms can overlap.
    for (let hit = this.#firstEndingAfter(group, at); hit < count; hit++) {
      if (this.start(group, hit) >= at) return hit;
    }
    return -1;
  }

  /** Whether a hit of the group overlaps `[start, end)` or stands no further than `within` from it. */
  isNear(group: number, start: number, end: number, within: number): boolean {
    const hit = this.#firstEndingAfter(group, start - within - 1);
    return hit < this.count(group) && this.start(group, hit) <= end + within;
  }

  #firstEndingAfter(group: number, at: number): number {
    let low = 0;
    let high = this.count(group);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end(group, middle) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** 0 where there is no such hit. */
  #number(group: number, hit: number, field: number): number {
    return hit >= 0 && hit < this.count(group) ? (this.#of(group)[hit * FIELDS + field] ?? 0) : 0;
  }

  #of(group: number): number[] {
    return this.#hits[group] as number[];
  }
}
