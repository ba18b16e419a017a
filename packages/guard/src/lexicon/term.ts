import type { Inflection } from './inflection/inflection.js';
import { INFLECTIONS } from './inflection/inflections.js';

/** Forms of one term, before other spellings: those that come along have up to 90. */
const FORMS_MAX = 2_000;

const MARKED = /^(.*)\/([nva])$/;

/**
 * Every form in which a term of a lexicon may stand in a text of its language; undefined where they are too many, since each
 * inflected word multiplies them.
 *
 * @example
 * expandTerm('self-portrait/n', 'en'); // ['self portrait', 'selfportrait', 'self portraits', 'selfportraits']
 * expandTerm('peel/v an orange', 'en'); // ['peel an orange', 'peels an orange', 'peeled an orange', 'peeling an orange']
 */
export function expandTerm(term: string, language: string): string[] | undefined {
  const inflection = INFLECTIONS.get(language);
  let forms = [''];
  for (const word of term.split(' ')) {
    const variants = formsOf(word, inflection);
    if (forms.length * variants.length > FORMS_MAX) return undefined;
    forms = forms.flatMap((form) => variants.map((variant) => (form === '' ? variant : `${form} ${variant}`)));
  }
  const written = forms.flatMap(withAndWithoutHyphens);
  return [...new Set([...written, ...written.flatMap((form) => inflection?.spellings?.(form) ?? [])])];
}

function formsOf(word: string, inflection: Inflection | undefined): string[] {
  const [, plain, mark] = MARKED.exec(word) ?? [];
  if (inflection === undefined || plain === undefined) return [word];
  const at = plain.lastIndexOf('-') + 1;
  return inflect(plain.slice(at), mark, inflection).map((form) => plain.slice(0, at) + form);
}

function inflect(lemma: string, mark: string | undefined, inflection: Inflection): string[] {
  if (mark === 'n') return inflection.noun(lemma);
  return mark === 'v' ? inflection.verb(lemma) : inflection.adjective(lemma);
}

function withAndWithoutHyphens(form: string): string[] {
  return form.includes('-') ? [form.replaceAll('-', ' '), form.replaceAll('-', '')] : [form];
}
