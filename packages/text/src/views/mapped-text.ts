/** A text made from another, with where each of its units comes from: `[map[i], ends[i])` of the text it was made from. */
export interface MappedText {
  readonly text: string;
  /** One entry more than the text has units, for the end. Never falls. */
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

  /** Takes `[start, end)` over, unit by unit. False when the limit is reached. */
  keep(text: string, start: number, end: number): boolean {
    const at = this.#text.length;
    const next = at + end - start;
    if (next > this.#limit) return false;
    if (next >= this.#map.length) this.#grow(next);
    for (let from = start, unit = at; from < end; from++, unit++) {
      this.#map[unit] = from;
      this.#ends[unit] = from + 1;
    }
    this.#text += text.slice(start, end);
    return true;
  }

  /** `length` is that of the text that this one was made from. */
  finish(length: number): MappedText {
    const units = this.#text.length;
    this.#map[units] = length;
    return { text: this.#text, map: this.#map.slice(0, units + 1), ends: this.#ends.slice(0, units) };
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

/** `inner` was made from the text of `outer`: the same text as made from what `outer` was made from. */
export function composeMapped(outer: MappedText, inner: MappedText): MappedText {
  const units = inner.text.length;
  const map = new Uint32Array(units + 1);
  const ends = new Uint32Array(units);
  for (let unit = 0; unit < units; unit++) {
    const start = inner.map[unit] ?? 0;
    const end = inner.ends[unit] ?? 0;
    map[unit] = outer.map[start] ?? 0;
    // A unit made of nothing (a separator that a view put in) stays made of nothing.
    ends[unit] = end > start ? (outer.ends[end - 1] ?? 0) : (map[unit] ?? 0);
  }
  map[units] = outer.map[outer.text.length] ?? 0;
  return { text: inner.text, map, ends };
}
