import type { Inflection } from './inflection.js';

const ARABIC = /[\u0621-\u064a]/;
/** And, so, with, for, as, each with the article and without it. */
const ARTICLES = ['', 'ال', 'و', 'وال', 'ف', 'فال', 'ب', 'بال', 'ل', 'لل', 'ك', 'كال', 'ولل', 'وبال'];
const POSSESSIVES = ['ه', 'ها', 'ي', 'ك', 'هم', 'نا'];
const OBJECTS = ['', 'ه', 'ها', 'هم', 'ني', 'ك'];
const ENDING_WITH_MARBUTA = /ة$/;
const YA = 'ي';
const AL = 'ال';

/** The noun behind proclitics and before pronouns, its dual, and its feminine plural if it ends in ta marbuta. */
function nounForms(noun: string): string[] {
  if (!ARABIC.test(noun)) return [noun];
  if (noun.startsWith(AL))
    return spellings(['', 'و', 'ف', 'ب', 'ك'].map((prefix) => prefix + noun).concat(`لل${noun.slice(2)}`));
  const bare = noun.replace(ENDING_WITH_MARBUTA, 'ت');
  const forms = ARTICLES.map((article) => article + noun);
  forms.push(...POSSESSIVES.map((pronoun) => bare + pronoun));
  const isFeminine = bare !== noun;
  const plurals = isFeminine ? [`${noun.slice(0, -1)}ات`, `${bare}ين`] : [`${noun}ين`, `${noun}ات`];
  for (const plural of plurals) forms.push(plural, ...['ال', 'وال', 'بال', 'لل'].map((article) => article + plural));
  return spellings(forms);
}

/** A lemma with ya before it is an imperfect and takes all persons; another is a past. Both take objects. */
function verbForms(verb: string): string[] {
  if (!ARABIC.test(verb)) return [verb];
  return spellings(verb.startsWith(YA) ? imperfect(verb.slice(1)) : past(verb));
}

function imperfect(stem: string): string[] {
  const persons = ['أ', 'ت', 'ي', 'ن'].map((person) => person + stem);
  const forms = persons.flatMap((form) => [
    form,
    `${form}ه`,
    `${form}ها`,
    `${form}هم`,
    `و${form}`,
    `ل${form}`,
    `س${form}`,
  ]);
  return [...forms, `ي${stem}ون`, `ت${stem}ون`, `ي${stem}وا`, `ت${stem}وا`, `ت${stem}ين`];
}

function past(verb: string): string[] {
  const forms = OBJECTS.flatMap((object) => [verb + object, `${verb}ت${object}`]);
  return [...forms, `${verb}وا`, `${verb}نا`, `${verb}وه`, `${verb}وني`, `و${verb}`, `ف${verb}`];
}

function adjectiveForms(adjective: string): string[] {
  if (!ARABIC.test(adjective)) return [adjective];
  const forms = [adjective, `${adjective}ة`, `${adjective}ين`, `${adjective}ات`];
  return spellings(forms.flatMap((form) => [form, `ال${form}`, `و${form}`]));
}

/** Writers leave the hamza of alef out, and write ha for ta marbuta and alef maqsura for ya at the end. */
function spellings(forms: readonly string[]): string[] {
  const all = new Set(forms);
  for (const form of forms) {
    const bare = form.replaceAll(/[أإآ]/g, 'ا');
    for (const one of [form, bare]) {
      all.add(one);
      all.add(one.replace(/ة$/, 'ه'));
      all.add(one.replace(/ى$/, 'ي'));
    }
  }
  return [...all];
}

export const arabic: Inflection = { noun: nounForms, verb: verbForms, adjective: adjectiveForms };
