/** Where the terms of each group stand in one view, in the order of their ends. Reused from text to text. */
export class Hits {
  readonly starts: number[][];
  readonly ends: number[][];
  /** 1 where the original has the same letters there, so that what is told of them by themselves is told already. */
  readonly plain: number[][];
  /** Groups with at least one hit. */
  readonly touched: number[] = [];

  constructor(groupCount: number) {
    this.starts = Array.from({ length: groupCount }, () => []);
    this.ends = Array.from({ length: groupCount }, () => []);
    this.plain = Array.from({ length: groupCount }, () => []);
  }

  clear(): void {
    for (const group of this.touched) {
      this.#starts(group).length = 0;
      this.#ends(group).length = 0;
      this.#plain(group).length = 0;
    }
    this.touched.length = 0;
  }

  add(group: number, start: number, end: number, isPlain = false): void {
    const starts = this.#starts(group);
    if (starts.length === 0) this.touched.push(group);
    starts.push(start);
    this.#ends(group).push(end);
    this.#plain(group).push(isPlain ? 1 : 0);
  }

  count(group: number): number {
    return this.#starts(group).length;
  }

  start(group: number, hit: number): number {
    return this.#starts(group)[hit] ?? 0;
  }

  end(group: number, hit: number): number {
    return this.#ends(group)[hit] ?? 0;
  }

  isPlain(group: number, hit: number): boolean {
    return this.#plain(group)[hit] === 1;
  }

  /** The last hit that ends at or before `at`, or -1. */
  lastBefore(group: number, at: number): number {
    return this.#firstEndingAfter(group, at) - 1;
  }

  /** The first hit, in the order of ends, that begins at or behind `at`; -1 if there is none. */
  firstFrom(group: number, at: number): number {
    const starts = this.#starts(group);
    // Only hits that lie over `at` are passed by, and no more of them than terms can overlap.
    for (let hit = this.#firstEndingAfter(group, at); hit < starts.length; hit++) {
      if ((starts[hit] ?? 0) >= at) return hit;
    }
    return -1;
  }

  /** Whether a hit of the group overlaps `[start, end)` or stands no further than `within` from it. */
  isNear(group: number, start: number, end: number, within: number): boolean {
    const starts = this.#starts(group);
    const hit = this.#firstEndingAfter(group, start - within - 1);
    return hit < starts.length && (starts[hit] ?? 0) <= end + within;
  }

  #firstEndingAfter(group: number, at: number): number {
    const ends = this.#ends(group);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #starts(group: number): number[] {
    return this.starts[group] as number[];
  }

  #ends(group: number): number[] {
    return this.ends[group] as number[];
  }

  #plain(group: number): number[] {
    return this.plain[group] as number[];
  }
}
