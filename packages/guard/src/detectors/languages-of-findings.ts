import type { View } from '@tyrian/contracts';
import { type Languages, readLanguages, spansOf } from '@tyrian/text';
import type { ReadText } from '../detector.js';
import type { Pieces } from '../lexicon/evaluate.js';

/** Terms that hold whatever is spoken. */
export const ANY_LANGUAGE = 'any';
/** Of the letters of a text: so much in an unknown language, and it has not been judged. */
const SUBSTANTIAL = 1 / 3;

/** Whether a substantial part of a text, or a whole sentence, is in none of these languages. */
export function speaksAnother(languages: Languages, known: readonly string[]): boolean {
  if (known.every((language) => language === ANY_LANGUAGE)) return false;
  return languages.spoken.some(
    ({ language, share, isSure, hasSentence }) =>
      !known.includes(language) && (hasSentence || (isSure && share >= SUBSTANTIAL)),
  );
}

/** So many findings are judged one by one; a text with more of them repeats itself, and is judged by parts of it. */
const ONE_BY_ONE = 64;
const PART = 128;

const UNKNOWN = 0;
const HOLDS = 1;
const FAILS = 2;

/** Tells for one content whether what was found can be what a rule's language means by it. */
export class LanguagesOfFindings {
  readonly #content: ReadText;
  readonly #ofViews = new Map<View, Languages>();
  /** By view and language, one entry a part. */
  readonly #ofParts = new Map<View, Map<string, Uint8Array>>();
  #judged = 0;

  constructor(content: ReadText) {
    this.#content = content;
  }

  /**
   * Judged by the words around it, in a view by those of the view as well: around something encoded the original says
   * little, or speaks another language.
   */
  hold(language: string, view: View, pieces: Pieces): boolean {
    if (language === ANY_LANGUAGE) return true;
    if (this.#judged++ < ONE_BY_ONE) return this.#holds(language, view, pieces);
    const parts = this.#partsOf(view, language);
    const part = Math.floor((pieces[0]?.[0] ?? 0) / PART);
    if (parts[part] === UNKNOWN) parts[part] = this.#holds(language, view, pieces) ? HOLDS : FAILS;
    return parts[part] === HOLDS;
  }

  /** Whether the words of a view so far may be in a rule's language there. */
  mayHold(language: string, view: View, start: number, end: number): boolean {
    return language === ANY_LANGUAGE || this.#holds(language, view, [[start, end]]);
  }

  #partsOf(view: View, language: string): Uint8Array {
    let ofView = this.#ofParts.get(view);
    if (ofView === undefined) {
      ofView = new Map();
      this.#ofParts.set(view, ofView);
    }
    let parts = ofView.get(language);
    if (parts === undefined) {
      parts = new Uint8Array(Math.floor(view.text.length / PART) + 1);
      ofView.set(language, parts);
    }
    return parts;
  }

  #holds(language: string, view: View, pieces: Pieces): boolean {
    const { start, end } = extentOf(pieces);
    const { languages, views } = this.#content;
    if (view === views[0]) return languages.mayBe(language, start, end);
    const original = extentOf(pieces.flatMap((piece) => spansOf(view, piece[0], piece[1])));
    const seen = this.#inView(view);
    if (seen.isLikely(language, start, end)) return true;
    return languages.mayBe(language, original.start, original.end) && seen.mayBe(language, start, end);
  }

  #inView(view: View): Languages {
    let languages = this.#ofViews.get(view);
    if (languages === undefined) {
      languages = readLanguages(view.text);
      this.#ofViews.set(view, languages);
    }
    return languages;
  }
}

function extentOf(pieces: Pieces): { start: number; end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const [from, to] of pieces) {
    start = Math.min(start, from);
    end = Math.max(end, to);
  }
  return { start, end };
}
