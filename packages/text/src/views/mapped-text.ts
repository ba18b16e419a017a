/** A text made from another, with where each of its units comes from: `[map[i], ends[i])` of the text it was made from. */
export interface MappedText {
  readonly text: string;
  /** One entry more than the text has units, for the end. Never falls where the maker keeps the order. */
  readonly map: Uint32Array;
  readonly ends: Uint32Array;
}

/** Builds a mapped text piece by piece, in order, up to a given length. */
export class MappedTextBuilder {
  #text = '';
  #map: Uint32Array;
  #ends: Uint32Array;
  readonly #limit: number;

  constructor(expected: number, limit: number) {
    const capacity = Math.min(expected, limit) + 16;
    this.#map = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#limit = limit;
  }

  /** Every unit of `piece` was made by the whole of `[start, end)`. False when the limit is reached. */
  add(piece: string, start: number, end: number): boolean {
    const at = this.#text.length;
    const next = at + piece.length;
    if (next > this.#limit) return false;
    if (next >= this.#map.length) this.#grow(next);
    this.#map.fill(start, at, next);
    this.#ends.fill(end, at, next);
    this.#text += piece;
    return true;
  }

  /** Takes `[start, end)` over, code point by code point. False when the limit is reached. */
  keep(text: string, start: number, end: number): boolean {
    const at = this.#text.length;
    const next = at + end - start;
    if (next > this.#limit) return false;
    if (next >= this.#map.length) this.#grow(next);
    const kept = text.slice(start, end);
    const numbers = numbersUpTo(end + 1);
    this.#map.set(numbers.subarray(start, end), at);
    this.#ends.set(numbers.subarray(start + 1, end + 1), at);
    if (HALF_OF_PAIR.test(kept)) this.#joinPairs(kept, start, at);
    this.#text += kept;
    return true;
  }

  /** Takes `[start, end)` of another mapped text over, with where its units come from. */
  copy(from: MappedText, start: number, end: number): void {
    const at = this.#text.length;
    const next = at + end - start;
    if (next >= this.#map.length) this.#grow(next);
    this.#map.set(from.map.subarray(start, end), at);
    this.#ends.set(from.ends.subarray(start, end), at);
    this.#text += from.text.slice(start, end);
  }

  /** `length` is that of the text that this one was made from. */
  finish(length: number): MappedText {
    const units = this.#text.length;
    this.#map[units] = length;
    return { text: this.#text, map: this.#map.slice(0, units + 1), ends: this.#ends.slice(0, units) };
  }

  /** Both halves of a pair come from the whole of it. */
  #joinPairs(kept: string, start: number, at: number): void {
    for (let unit = 1; unit < kept.length; unit++) {
      if (!isLow(kept.charCodeAt(unit)) || !isHigh(kept.charCodeAt(unit - 1))) continue;
      this.#map[at + unit] = start + unit - 1;
      this.#ends[at + unit - 1] = start + unit + 1;
    }
  }

  #grow(needed: number): void {
    const capacity = Math.max(needed + 1, this.#map.length * 2);
    const map = new Uint32Array(capacity);
    const ends = new Uint32Array(capacity);
    map.set(this.#map);
    ends.set(this.#ends);
    this.#map = map;
    this.#ends = ends;
  }
}

const HALF_OF_PAIR = /[\ud800-\udfff]/;
let numbers = new Uint32Array(0);

/** 0, 1, 2 and so on: copied where units stay where they are, which is most of them. */
function numbersUpTo(end: number): Uint32Array {
  if (numbers.length < end) numbers = Uint32Array.from({ length: Math.max(end, numbers.length * 2) }, (_, at) => at);
  return numbers;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** `inner` was made from the text of `outer`: the same text as made from what `outer` was made from. */
export function composeMapped(outer: MappedText, inner: MappedText): MappedText {
  const units = inner.text.length;
  const map = new Uint32Array(units + 1);
  const ends = new Uint32Array(units);
  for (let unit = 0; unit < units; unit++) {
    const start = inner.map[unit] as number;
    const end = inner.ends[unit] as number;
    if (end === start + 1) {
      map[unit] = outer.map[start] as number;
      ends[unit] = outer.ends[start] as number;
      continue;
    }
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    // The outer text may stand in another order, so the first unit need not be where the whole begins. A unit made of
    // nothing (a separator that a view put in) adds nothing.
    for (let at = start; at < end; at++) {
      const outerFrom = outer.map[at] ?? 0;
      const outerTo = outer.ends[at] ?? 0;
      if (outerTo <= outerFrom) continue;
      from = Math.min(from, outerFrom);
      to = Math.max(to, outerTo);
    }
    if (to === 0) from = to = outer.map[start] ?? 0;
    map[unit] = from;
    ends[unit] = to;
  }
  map[units] = outer.map[outer.text.length] ?? 0;
  return { text: inner.text, map, ends };
}
