import type { Inflection } from './inflection.js';

/** Nouns whose forms no ending tells. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  człowiek: [
    'człowieka',
    'człowiekowi',
    'człowiekiem',
    'człowieku',
    'ludzie',
    'ludzi',
    'ludziom',
    'ludźmi',
    'ludziach',
  ],
  dziecko: ['dziecka', 'dziecku', 'dzieckiem', 'dzieci', 'dzieciom', 'dziećmi', 'dzieciach'],
  brat: ['brata', 'bratu', 'bratem', 'bracie', 'bracia', 'braci', 'braciom', 'braćmi'],
  ksiądz: ['księdza', 'księdzu', 'księdzem', 'księża', 'księży', 'księżom', 'księżmi'],
  dzień: ['dnia', 'dniu', 'dniem', 'dni'],
  żyd: ['żyda', 'żydowi', 'żydem', 'żydzie', 'żydzi', 'żydów', 'żydom', 'żydami', 'żydach', 'żydy'],
  broń: ['broni', 'bronią', 'bronie'],
  krew: ['krwi', 'krwią'],
};
/** Present stems that the infinitive does not tell: first and second person, imperative. */
const IRREGULAR_PRESENT: Readonly<Record<string, readonly [first: string, second: string, imperative: string]>> = {
  brać: ['biorę', 'bierzesz', 'bierz'],
  chcieć: ['chcę', 'chcesz', 'chciej'],
  ciąć: ['tnę', 'tniesz', 'tnij'],
  dać: ['dam', 'dasz', 'daj'],
  jechać: ['jadę', 'jedziesz', 'jedź'],
  kłamać: ['kłamię', 'kłamiesz', 'kłam'],
  kraść: ['kradnę', 'kradniesz', 'kradnij'],
  kopać: ['kopię', 'kopiesz', 'kop'],
  lać: ['leję', 'lejesz', 'lej'],
  pisać: ['piszę', 'piszesz', 'pisz'],
  ssać: ['ssę', 'ssiesz', 'ssij'],
  ściąć: ['zetnę', 'zetniesz', 'zetnij'],
  wiesić: ['wieszę', 'wiesisz', 'wieś'],
  wziąć: ['wezmę', 'weźmiesz', 'weź'],
  łamać: ['łamię', 'łamiesz', 'łam'],
  bić: ['biję', 'bijesz', 'bij'],
  pić: ['piję', 'pijesz', 'pij'],
  truć: ['truję', 'trujesz', 'truj'],
  kazać: ['każę', 'każesz', 'każ'],
};
const PREFIXES = new Set([
  '',
  'do',
  'na',
  'o',
  'od',
  'po',
  'pod',
  'prze',
  'przy',
  'roz',
  's',
  'u',
  'w',
  'wy',
  'z',
  'za',
  'ze',
]);
/** The consonant before a softening ending. */
const SOFT: readonly (readonly [RegExp, string])[] = [
  [/ch$/, 'sz'],
  [/sł$/, 'śl'],
  [/st$/, 'ści'],
  [/k$/, 'c'],
  [/g$/, 'dz'],
  [/r$/, 'rz'],
  [/ł$/, 'l'],
  [/t$/, 'ci'],
  [/d$/, 'dzi'],
  [/([bfmnpswz])$/, '$1i'],
];

function soften(stem: string): string {
  const rule = SOFT.find(([pattern]) => pattern.test(stem));
  return rule === undefined ? stem : stem.replace(rule[0], rule[1]);
}

/** Seven cases in both numbers. */
function nounForms(noun: string): string[] {
  for (const [one, forms] of Object.entries(IRREGULAR)) {
    if (noun.endsWith(one)) return [noun, ...forms.map((form) => noun.slice(0, -one.length) + form)];
  }
  if (noun.endsWith('a')) return unique([noun, ...feminine(noun.slice(0, -1))]);
  if (/(ość|aść|ć|ń|śl)$/.test(noun)) return unique([noun, ...softEnding(noun)]);
  if (noun.endsWith('o')) return unique([noun, ...neuter(noun.slice(0, -1), true)]);
  if (/[eę]$/.test(noun)) return unique([noun, ...neuter(noun.slice(0, -1), false)]);
  return unique([noun, ...masculine(noun)]);
}

function feminine(stem: string): string[] {
  const isSoft = /([iljc]|sz|cz|rz|ż|dz)$/.test(stem);
  const bare = stem.replace(/i$/, '');
  const genitive = /[kg]$/.test(stem) ? `${stem}i` : isSoft ? (stem.endsWith('i') ? stem : `${stem}y`) : `${stem}y`;
  const locative = isSoft ? genitive : `${soften(stem)}e`;
  const many = stem.endsWith('k') && /[^aeiouyąęó]k$/.test(stem) ? `${stem.slice(0, -1)}ek` : bare;
  return [
    genitive,
    locative,
    `${stem}ę`,
    `${stem}ą`,
    `${stem}o`,
    `${stem}e`,
    many,
    `${stem}om`,
    `${stem}ami`,
    `${stem}ach`,
  ].filter((form) => isSoft || form !== `${stem}e`);
}

function softEnding(noun: string): string[] {
  const stem = noun.replace(/ć$/, 'ci').replace(/ń$/, 'ni').replace(/śl$/, 'śl');
  const open = stem.endsWith('i') ? stem : `${stem}i`;
  return [
    open,
    `${open}a`,
    `${open}ą`,
    `${open}u`,
    `${open}em`,
    `${open}e`,
    `${open}om`,
    `${open}ami`,
    `${open}ach`,
    `${open}owi`,
  ];
}

function neuter(stem: string, isHard: boolean): string[] {
  const ends = isHard ? ['a', 'u', 'em', 'om', 'ami', 'ach'] : ['a', 'u', 'em', 'om', 'ami', 'ach', 'ń'];
  const forms = ends.map((end) => (end === 'ń' ? stem.replace(/ni$/, 'ń') : stem + end));
  return isHard ? [...forms, stem, `${soften(stem)}e`, `${stem}iem`] : forms;
}

function masculine(noun: string): string[] {
  const stem = noun
    .replace(/(?<=[^aeiouyąęó])iec$/, 'c')
    .replace(/(?<=[^aeiouyąęó]{1,2})ek$/, 'k')
    .replace(/ób$/, 'ob')
    .replace(/ód$/, 'od');
  const vowel = /[kg]$/.test(stem) ? 'i' : '';
  const plural = /[kg]$/.test(stem) ? `${stem}i` : /([lj]|sz|cz|rz|ż|c)$/.test(stem) ? `${stem}e` : `${stem}y`;
  const soft = soften(stem);
  const personal = /(rz|c|dz|sz)$/.test(soft) ? `${soft}y` : /i$/.test(soft) ? soft : `${soft}i`;
  const ends = ['a', 'u', 'owi', `${vowel}em`, 'owie', 'ów', 'om', 'ami', 'ach', 'i', 'y'];
  const locative = /([lj]|sz|cz|rz|ż|c|k|g|ch)$/.test(stem) ? [] : [`${soft}e`];
  return [...ends.map((end) => stem + end), plural, personal, ...locative];
}

function verbForms(verb: string): string[] {
  const irregular = Object.entries(IRREGULAR_PRESENT).find(
    ([one]) => verb.endsWith(one) && PREFIXES.has(verb.slice(0, -one.length)),
  );
  const past = pastForms(verb);
  if (irregular !== undefined) {
    const [one, [first, second, imperative]] = irregular;
    const prefix = verb.slice(0, -one.length);
    const stem = second.slice(0, -2);
    const third = `${first.replace(/m$/, 'j').replace(/ę$/, '')}ą`;
    const present = [first, second, stem, `${stem}my`, `${stem}cie`, third, imperative, `${imperative}cie`];
    return unique([verb, ...present.map((form) => prefix + form), ...past]);
  }
  return unique([verb, ...presentForms(verb), ...past]);
}

function presentForms(verb: string): string[] {
  if (/[oiy]wać$/.test(verb) && !/[^o]wać$/.test(verb)) return thematic(`${verb.slice(0, -4)}uj`, 'e', true);
  if (verb.endsWith('nąć'))
    return [...thematic(`${verb.slice(0, -3)}n`, 'ie', false), `${verb.slice(0, -3)}nij`, `${verb.slice(0, -3)}nijcie`];
  if (verb.endsWith('ać')) {
    const stem = verb.slice(0, -1);
    return ['m', 'sz', '', 'my', 'cie', 'ją', 'j', 'jcie'].map((end) => stem + end);
  }
  const stem = verb.slice(0, -2);
  const vowel = verb.at(-2) === 'y' ? 'y' : 'i';
  if (vowel === 'i' && !/[iy]ć$/.test(verb)) return ['em', 'esz', 'e', 'emy', 'ecie', 'eją'].map((end) => stem + end);
  const first = firstPerson(stem, vowel);
  const bare = imperativeOf(stem);
  return [
    `${first}ę`,
    `${stem}${vowel}sz`,
    stem + vowel,
    `${stem}${vowel}my`,
    `${stem}${vowel}cie`,
    `${first}ą`,
    bare,
    `${bare}cie`,
  ];
}

function thematic(stem: string, vowel: string, withImperative: boolean): string[] {
  const forms = [
    `${stem}ę`,
    `${stem}${vowel}sz`,
    `${stem}${vowel}`,
    `${stem}${vowel}my`,
    `${stem}${vowel}cie`,
    `${stem}ą`,
  ];
  return withImperative ? [...forms, stem, `${stem}cie`] : forms;
}

function firstPerson(stem: string, vowel: string): string {
  if (vowel === 'y') return stem;
  return stem
    .replace(/źdz$/, 'żdż')
    .replace(/śc$/, 'szcz')
    .replace(/(?<!ż)dz$/, 'dz')
    .replace(/s$/, 'sz')
    .replace(/z$/, (z, at) => (stem[at - 1] === 'd' ? z : 'ż'))
    .replace(/([bfmnpw])$/, '$1i');
}

function imperativeOf(stem: string): string {
  return stem
    .replace(/c$/, 'ć')
    .replace(/dz$/, 'dź')
    .replace(/s$/, 'ś')
    .replace(/(?<!d)z$/, 'ź')
    .replace(/n$/, 'ń');
}

const PAST_ENDS = ['ł', 'ła', 'li', 'ły', 'łem', 'łam', 'łeś', 'łaś', 'liśmy'];

/** Past, passive participle and verbal noun. */
function pastForms(verb: string): string[] {
  const base = verb
    .replace(/ść$/, verb.endsWith('kraść') ? 'd' : 's')
    .replace(/ąć$/, 'ą')
    .replace(/ć$/, '');
  const ends = PAST_ENDS.map((end) =>
    base.endsWith('ą') && !/^(ł|łem|łeś)$/.test(end) ? `${base.slice(0, -1)}ę${end}` : base + end,
  );
  const participle = participleOf(verb);
  const noun = participle.replace(/ny$/, 'nie').replace(/ty$/, 'cie').replace(/onie$/, 'enie');
  return [...ends, ...adjectiveForms(participle), noun, `${noun.slice(0, -1)}a`, `${noun.slice(0, -1)}u`];
}

function participleOf(verb: string): string {
  if (verb.endsWith('ać')) return `${verb.slice(0, -1)}ny`;
  if (verb.endsWith('ąć')) return `${verb.slice(0, -2)}ęty`;
  if (/(bić|pić|żyć|szyć|ryć|myć|ruć)$/.test(verb) && !/(robić|kupić|topić|lubić|trąbić|gubić)$/.test(verb))
    return `${verb.slice(0, -1)}ty`;
  if (verb.endsWith('ść')) return `${verb.slice(0, -2)}${verb.endsWith('kraść') ? 'dziony' : 'siony'}`;
  const stem = verb.slice(0, -2);
  return `${firstPerson(stem, verb.at(-2) === 'y' ? 'y' : 'i')}ony`;
}

function adjectiveForms(adjective: string): string[] {
  if (!/[yi]$/.test(adjective)) return [adjective];
  const stem = adjective.slice(0, -1);
  const vowel = adjective.slice(-1);
  const hard = vowel === 'i' && !/[kg]$/.test(stem) ? `${stem}i` : stem;
  const e = /[kg]$/.test(stem) ? `${stem}ie` : `${hard}e`;
  return unique([
    adjective,
    `${hard}a`,
    e,
    `${e}go`,
    `${e}mu`,
    `${e}j`,
    `${hard}ą`,
    `${stem}${vowel}m`,
    `${stem}${vowel}ch`,
    `${stem}${vowel}mi`,
    soften(stem).replace(/i?$/, 'i'),
  ]);
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)];
}

const MARKS = /[\u0300-\u036f]/g;
/** Below this length a term without its diacritics is too often another word. */
const PLAIN_MIN = 5;

function spellingsOf(term: string): string[] {
  const plain = term.replaceAll('ł', 'l').normalize('NFD').replace(MARKS, '');
  return plain === term || plain.length < PLAIN_MIN ? [] : [plain];
}

export const polish: Inflection = {
  noun: nounForms,
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: spellingsOf,
};
