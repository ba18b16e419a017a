import type { Inflection } from './inflection.js';

const VOWELS = /[aeıioöuü]/g;
const BACK = 'aıou';
const ROUND = 'ouöü';
/** Verb stems of one syllable whose aorist is -ir, -ır, -ur or -ür. */
const NARROW_AORIST = new Set(['al', 'bil', 'bul', 'dur', 'gel', 'gör', 'kal', 'ol', 'öl', 'san', 'var', 'ver', 'vur']);
/** The last sound of these becomes voiced before a vowel, also in verbs. */
const SOFTENING_VERBS = new Set([
  'git',
  'et',
  'tat',
  'güt',
  'taklit et',
  'yardım et',
  'yok et',
  'göz ardı et',
  'terk et',
]);

interface Harmony {
  /** a or e. */
  readonly wide: string;
  /** ı, i, u or ü. */
  readonly narrow: string;
}

/** What the last vowel of a word asks of its endings. */
function harmonyOf(word: string): Harmony {
  const last = word.match(VOWELS)?.at(-1) ?? 'e';
  const isBack = BACK.includes(last);
  if (ROUND.includes(last)) return { wide: isBack ? 'a' : 'e', narrow: isBack ? 'u' : 'ü' };
  return { wide: isBack ? 'a' : 'e', narrow: isBack ? 'ı' : 'i' };
}

function endsInVowel(word: string): boolean {
  return /[aeıioöuü]$/.test(word);
}

/** "kitab" of "kitap", "çocuğ" of "çocuk"; words of one syllable mostly keep their sound. */
function voiced(noun: string): string {
  if ((noun.match(VOWELS)?.length ?? 0) < 2) return noun;
  return noun.replace(/nk$/, 'ng').replace(/p$/, 'b').replace(/ç$/, 'c').replace(/k$/, 'ğ');
}

/** Cases, numbers and possessives, alone and in the chains that are frequent. */
function nounForms(noun: string): string[] {
  const { wide, narrow } = harmonyOf(noun);
  const soft = voiced(noun);
  const d = /[fstkçşhp]$/.test(noun) ? 't' : 'd';
  const y = endsInVowel(noun) ? 'y' : '';
  const s = endsInVowel(noun) ? 's' : '';
  const n = endsInVowel(noun) ? 'n' : '';
  const link = endsInVowel(noun) ? '' : narrow;
  const plural = `${noun}l${wide}r`;
  const many = wide === 'a' ? 'ı' : 'i';
  const third = `${soft}${s}${narrow}`;
  const singular = [
    `${soft}${y}${narrow}`,
    `${soft}${y}${wide}`,
    `${noun}${d}${wide}`,
    `${noun}${d}${wide}n`,
    `${soft}${n}${narrow}n`,
  ];
  const possessed = [
    `${soft}${link}m`,
    `${soft}${link}n`,
    third,
    `${soft}${link}m${narrow}z`,
    `${soft}${link}m${narrow}`,
    `${soft}${link}m${wide}`,
  ];
  const chained = [
    `${third}n${narrow}`,
    `${third}n${wide}`,
    `${third}nd${wide}`,
    `${third}nd${wide}n`,
    `${third}n${narrow}n`,
  ];
  const plurals = [
    '',
    many,
    wide,
    `d${wide}`,
    `d${wide}n`,
    `${many}n`,
    `${many}m`,
    `${many}m${many}z`,
    `${many}n${many}`,
    `${many}n${wide}`,
  ];
  const forms = [noun, ...singular, ...possessed, ...chained, ...plurals.map((end) => plural + end)];
  return unique([
    ...forms,
    `${noun}l${wide}`,
    `${y === '' ? noun : `${noun}y`}l${wide}`,
    `${noun}${d}${wide}ki`,
    `${noun}l${narrow}`,
    `${noun}s${narrow}z`,
  ]);
}

/** From the infinitive: tenses in the persons that ask and threaten, participles, converbs and verbal nouns. */
function verbForms(verb: string): string[] {
  const stem = verb.replace(/m[ae]k$/, '');
  if (stem === verb) return [verb];
  const { wide, narrow } = harmonyOf(stem);
  const open = endsInVowel(stem);
  const soft = SOFTENING_VERBS.has(stem) ? stem.replace(/t$/, 'd') : stem;
  const y = open ? 'y' : '';
  const d = /[fstkçşhp]$/.test(stem) ? 't' : 'd';
  const base = open ? stem.slice(0, -1) : soft;
  const present = `${base}${open ? harmonyOf(base === '' ? stem : base).narrow : narrow}yor`;
  const many = wide === 'a' ? 'ı' : 'i';
  const aorist = open ? `${stem}r` : `${soft}${aoristVowel(stem, wide, narrow)}r`;
  const aoristNarrow = harmonyOf(aorist).narrow;
  const future = `${soft}${y}${wide}c${wide}`;
  const noun = `${stem}m${wide}`;
  return unique([
    verb,
    `${stem}m${wide}k`,
    stem,
    present,
    `${present}um`,
    `${present}sun`,
    aorist,
    `${aorist}${aoristNarrow}m`,
    `${aorist}s${aoristNarrow}n`,
    `${aorist}l${wide}r`,
    `${stem}${d}${narrow}`,
    `${stem}${d}${narrow}m`,
    `${stem}m${narrow}ş`,
    `${future}k`,
    `${future}ğ${many}m`,
    `${soft}${y}${narrow}n`,
    `${soft}${y}${wide}y${many}m`,
    `${soft}${y}${wide}b${many}l${many}r`.replace(/b[ıi]l[ıi]r$/, 'bilir'),
    `${soft}${y}${wide}bilirim`,
    `${soft}${y}${wide}n`,
    `${soft}${y}${narrow}p`,
    `${soft}${y}${wide}r${wide}k`,
    `${noun}n${many}n`,
    `${noun}y${many}`,
    `${noun}y${wide}`,
    `${noun}s${many}`,
    `${noun}l${many}`,
    `${noun}l${many}y${many}m`,
    `${stem}${d}${narrow}ğ${narrow}`,
    `${stem}s${wide}m`,
    `${stem}s${narrow}n`,
    noun,
  ]);
}

function aoristVowel(stem: string, wide: string, narrow: string): string {
  const syllables = stem.split(' ').at(-1)?.match(VOWELS)?.length ?? 1;
  const last = stem.split(' ').at(-1) ?? stem;
  return syllables > 1 || NARROW_AORIST.has(last) ? narrow : wide;
}

/** Turkish adjectives take no endings before a noun; standing alone they decline like nouns. */
function adjectiveForms(adjective: string): string[] {
  const { wide, narrow } = harmonyOf(adjective);
  return unique([adjective, `${adjective}l${wide}r`, `${adjective}d${narrow}r`, `${adjective}c${wide}`]);
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)];
}

const PLAIN: Readonly<Record<string, string>> = {
  ç: 'c',
  ğ: 'g',
  ı: 'i',
  ö: 'o',
  ş: 's',
  ü: 'u',
  â: 'a',
  î: 'i',
  û: 'u',
};
/** Below this length a term without its marks is too often another word. */
const PLAIN_MIN = 5;

/** As typed on a keyboard without Turkish letters. The two i are one to the automaton already. */
function spellingsOf(term: string): string[] {
  const plain = term.replace(/[çğıöşüâîû]/g, (letter) => PLAIN[letter] ?? letter);
  return plain === term || plain.length < PLAIN_MIN ? [] : [plain];
}

export const turkish: Inflection = {
  noun: nounForms,
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: spellingsOf,
};
