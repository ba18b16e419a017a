import type { Inflection } from './inflection.js';

const NUKTA = '\u093c';
const CANDRABINDU = '\u0901';
const ANUSVARA = '\u0902';
const AA = '\u093e';
const II = '\u0940';
const DEVANAGARI = /[\u0900-\u097f]/;
const VOWEL_END = /[\u093e-\u094c\u0904-\u0914]$/;

/** Direct and oblique, singular and plural; writers leave dots and moons out, so each form stands without them too. */
function nounForms(noun: string): string[] {
  return spellings(noun, withCases(noun));
}

function withCases(noun: string): string[] {
  const stem = noun.slice(0, -1);
  if (noun.endsWith(AA)) return [noun, `${stem}े`, `${stem}ों`, `${noun}एं`, `${noun}ओं`];
  if (noun.endsWith(II)) return [noun, `${stem}ियां`, `${stem}ियों`];
  if (noun.endsWith('ि')) return [noun, `${noun}यां`, `${noun}यों`];
  if (noun.endsWith('ू')) return [noun, `${stem}ुओं`, `${stem}ुएं`];
  if (noun.endsWith('ु')) return [noun, `${noun}ओं`, `${noun}एं`];
  return VOWEL_END.test(noun) ? [noun, `${noun}ओं`] : [noun, `${noun}ों`, `${noun}ें`];
}

/** The lemma ends in -na: participles, future, subjunctive, imperative and the oblique infinitive. */
function verbForms(verb: string): string[] {
  if (!verb.endsWith('ना')) return spellings(verb, [verb]);
  const stem = verb.slice(0, -2);
  const isOpen = VOWEL_END.test(stem);
  const past = isOpen ? ['या', 'ई', 'ए', 'यी', 'ये'] : ['ा', 'ी', 'े', 'ीं'];
  const future = isOpen
    ? ['ऊं', 'ऊंगा', 'ऊंगी', 'एगा', 'एगी', 'एंगे', 'ओगे', 'ए', 'एं', 'ओ', 'इए', 'इये']
    : ['ूं', 'ूंगा', 'ूंगी', 'ेगा', 'ेगी', 'ेंगे', 'ोगे', 'े', 'ें', 'ो', 'िए', 'िये'];
  const endings = ['ना', 'ने', 'नी', 'ता', 'ती', 'ते', 'कर', ...past, ...future];
  return spellings(
    verb,
    endings.map((ending) => stem + ending),
  );
}

function adjectiveForms(adjective: string): string[] {
  if (!adjective.endsWith(AA)) return spellings(adjective, [adjective]);
  const stem = adjective.slice(0, -1);
  return spellings(adjective, [adjective, `${stem}े`, stem + II]);
}

/** Words in Latin letters have no fixed spelling and no rules: each stands for itself. */
function spellings(lemma: string, forms: readonly string[]): string[] {
  if (!DEVANAGARI.test(lemma)) return [lemma];
  const all = new Set(forms);
  for (const form of forms) {
    const normal = form.normalize('NFKC');
    all.add(normal);
    all.add(normal.replaceAll(CANDRABINDU, ANUSVARA));
    all.add(normal.replaceAll(NUKTA, ''));
    if (form.endsWith('ं') && !form.endsWith('ों')) all.add(form.slice(0, -1) + CANDRABINDU);
  }
  return [...all];
}

export const hindi: Inflection = { noun: nounForms, verb: verbForms, adjective: adjectiveForms };
