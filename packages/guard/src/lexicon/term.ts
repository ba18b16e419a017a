import { nounForms, verbForms } from './inflection.js';

/**
 * Every form in which a term of a lexicon may stand in a text.
 *
 * @example
 * expandTerm('self-portrait/n'); // ['self portrait', 'selfportrait', 'self portraits', 'selfportraits']
 * expandTerm('peel/v an orange'); // ['peel an orange', 'peels an orange', 'peeled an orange', 'peeling an orange']
 */
export function expandTerm(term: string): string[] {
  let forms = [''];
  for (const word of term.split(' ')) {
    const variants = formsOf(word);
    forms = forms.flatMap((form) => variants.map((variant) => (form === '' ? variant : `${form} ${variant}`)));
  }
  return [...new Set(forms.flatMap(withAndWithoutHyphens))];
}

function formsOf(word: string): string[] {
  const mark = /\/([nv])$/.exec(word)?.[1];
  if (mark === undefined) return [word];
  const plain = word.slice(0, -2);
  const at = plain.lastIndexOf('-') + 1;
  const forms = mark === 'n' ? nounForms(plain.slice(at)) : verbForms(plain.slice(at));
  return forms.map((form) => plain.slice(0, at) + form);
}

function withAndWithoutHyphens(form: string): string[] {
  return form.includes('-') ? [form.replaceAll('-', ' '), form.replaceAll('-', '')] : [form];
}
