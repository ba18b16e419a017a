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

/** Tells for one content whether what was found can be what a rule's language means by it. */
export class LanguagesOfFindings {
  readonly #content: ReadText;
  readonly #ofViews = new Map<View, Languages>();

  constructor(content: ReadText) {
    this.#content = content;
  }

  /**
   * Judged by the words around it, in a view by those of the view as well: around something encoded the original says
   * little, or speaks another language.
   */
  hold(language: string, view: View, pieces: Pieces): boolean {
    if (language === ANY_LANGUAGE) return true;
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
