/** A stretch that is segmented at once, and how far beyond it is looked so that no word is cut at its edge. */
const BLOCK = 64;
const MARGIN = 16;
/** So far from the end of a text, and what is appended no longer moves where words begin and end. */
export const WORDS_SETTLE = MARGIN;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * Where words begin and end in one text in a script without spaces, as segmented for a language. Works out only the
 * stretches it is asked about, each of them once.
 */
export class WordEdges {
  readonly #text: string;
  readonly #blocks = new Map<string, ReadonlySet<number>>();

  constructor(text: string) {
    this.#text = text;
  }

  isWord(language: string, start: number, end: number): boolean {
    return this.#isEdge(language, start) && this.#isEdge(language, end);
  }

  #isEdge(language: string, at: number): boolean {
    if (at === 0 || at === this.#text.length) return true;
    const block = Math.floor(at / BLOCK);
    const key = `${language} ${block}`;
    let edges = this.#blocks.get(key);
    if (edges === undefined) {
      edges = this.#edgesAround(language, block * BLOCK);
      this.#blocks.set(key, edges);
    }
    return edges.has(at);
  }

  #edgesAround(language: string, from: number): Set<number> {
    const start = Math.max(0, from - MARGIN);
    const edges = new Set<number>();
    for (const { index } of segmenterOf(language).segment(this.#text.slice(start, from + BLOCK + MARGIN))) {
      edges.add(start + index);
    }
    return edges;
  }
}
