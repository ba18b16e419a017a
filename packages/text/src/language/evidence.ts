import { evidenceTable } from './evidence-table.js';
import { END_BEFORE_SPACE, HAN, KANA, SCRIPT_BITS, SCRIPT_SHIFT } from './scripts.js';

/** What speaks for languages in a text, word by word, in the order of the words. */
export class Evidence {
  readonly starts: number[] = [];
  /** Sets of languages. */
  readonly lo: number[] = [];
  readonly hi: number[] = [];
  readonly weights: number[] = [];
  readonly scripts: number[] = [];
  /** Where sentences end. */
  readonly breaks: number[] = [];

  add(start: number, lo: number, hi: number, weight: number, script: number): void {
    this.starts.push(start);
    this.lo.push(lo);
    this.hi.push(hi);
    this.weights.push(weight);
    this.scripts.push(script);
  }

  sentenceStart(at: number): number {
    return this.breaks[this.#breaksUpTo(at) - 1] ?? 0;
  }

  sentenceEnd(at: number): number {
    return this.breaks[this.#breaksUpTo(at)] ?? Number.POSITIVE_INFINITY;
  }

  /** The script of the first letter in a stretch; 0 where there is none. */
  scriptWithin(text: string, start: number, end: number): number {
    const { units } = evidenceTable();
    for (let at = start; at < end; at++) {
      const script = ((units[text.charCodeAt(at)] ?? 0) >>> SCRIPT_SHIFT) & SCRIPT_BITS;
      if (script !== 0 && script < END_BEFORE_SPACE) return script === KANA ? HAN : script;
    }
    return 0;
  }

  #breaksUpTo(at: number): number {
    let low = 0;
    let high = this.breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.breaks[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
