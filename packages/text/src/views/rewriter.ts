import { type MappedText, MappedTextBuilder } from './mapped-text.js';

/** Makes a text from another by replacing pieces of it in order; what stands between them is taken over. */
export class Rewriter {
  readonly #text: string;
  #builder: MappedTextBuilder | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Every unit of `piece` was made by the whole of `[start, end)`. */
  replace(start: number, end: number, piece: string): void {
    const builder = this.#upTo(start);
    builder.add(piece, start, end);
    this.#at = Math.max(this.#at, end);
  }

  /** Takes everything before `start` over, for pieces that come out of order. */
  openAt(start: number): void {
    this.#upTo(start);
  }

  /** Puts in `piece` for `[start, end)` without going on. */
  put(piece: string, start: number, end: number): void {
    this.#builder?.add(piece, start, end);
  }

  /** Goes on behind `end`; what was not replaced before it is left out. */
  skipTo(end: number): void {
    this.#at = Math.max(this.#at, end);
  }

  /** Undefined where nothing was replaced. */
  finish(): MappedText | undefined {
    if (this.#builder === undefined) return undefined;
    this.#upTo(this.#text.length);
    return this.#builder.finish(this.#text.length);
  }

  #upTo(start: number): MappedTextBuilder {
    this.#builder ??= new MappedTextBuilder(this.#text.length, Number.POSITIVE_INFINITY);
    if (start > this.#at) {
      this.#builder.keep(this.#text, this.#at, start);
      this.#at = start;
    }
    return this.#builder;
  }
}
