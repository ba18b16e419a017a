import type { Inflection } from './inflection.js';

/** Plurals that change the vowel or take -er, by the end of the noun, so that compounds have them too. */
const PLURALS: Readonly<Record<string, string>> = {
  anschlag: 'anschläge',
  arsch: 'ärsche',
  bild: 'bilder',
  bruder: 'brüder',
  buch: 'bücher',
  foto: 'fotos',
  kind: 'kinder',
  kopf: 'köpfe',
  mann: 'männer',
  mutter: 'mütter',
  sohn: 'söhne',
  schwanz: 'schwänze',
  tochter: 'töchter',
  vater: 'väter',
  weib: 'weiber',
  wort: 'wörter',
};
/** Present, past and participle stems of strong verbs, by the infinitive without prefix. */
const STRONG: Readonly<Record<string, readonly [present: string, past: string, participle: string]>> = {
  blasen: ['bläs', 'blies', 'blasen'],
  brechen: ['brich', 'brach', 'brochen'],
  bringen: ['bring', 'brach', 'bracht'],
  fahren: ['fähr', 'fuhr', 'fahren'],
  fangen: ['fäng', 'fing', 'fangen'],
  geben: ['gib', 'gab', 'geben'],
  gehen: ['geh', 'ging', 'gangen'],
  gießen: ['gieß', 'goss', 'gossen'],
  greifen: ['greif', 'griff', 'griffen'],
  hängen: ['häng', 'hing', 'hangen'],
  helfen: ['hilf', 'half', 'holfen'],
  lassen: ['läss', 'ließ', 'lassen'],
  lesen: ['lies', 'las', 'lesen'],
  nehmen: ['nimm', 'nahm', 'nommen'],
  reißen: ['reiß', 'riss', 'rissen'],
  schießen: ['schieß', 'schoss', 'schossen'],
  schlagen: ['schläg', 'schlug', 'schlagen'],
  schneiden: ['schneid', 'schnitt', 'schnitten'],
  schreiben: ['schreib', 'schrieb', 'schrieben'],
  schwören: ['schwör', 'schwor', 'schworen'],
  sprechen: ['sprich', 'sprach', 'sprochen'],
  springen: ['spring', 'sprang', 'sprungen'],
  stechen: ['stich', 'stach', 'stochen'],
  stehlen: ['stiehl', 'stahl', 'stohlen'],
  sterben: ['stirb', 'starb', 'storben'],
  treten: ['tritt', 'trat', 'treten'],
  vergessen: ['vergiss', 'vergaß', 'vergessen'],
  werfen: ['wirf', 'warf', 'worfen'],
  wissen: ['weiß', 'wuss', 'wusst'],
  ziehen: ['zieh', 'zog', 'zogen'],
};
const SEPARABLE = ['ab', 'an', 'auf', 'aus', 'bei', 'ein', 'her', 'hin', 'mit', 'nach', 'um', 'vor', 'weg', 'zusammen'];
/** Verbs that begin like a separable prefix and have none. */
const WHOLE = new Set(['umarmen', 'antworten', 'beißen', 'nachrichten', 'herrschen', 'mitteln', 'einigen']);
const WITHOUT_GE = /^(be|emp|ent|er|ge|miss|ver|zer)(?=.{4})|ieren$/;
const WEAK_NOUN = /(e|ent|ant|ist|at|oge|mensch|nachbar|herr|bär)$/;

/** Every case and number. */
function nounForms(noun: string): string[] {
  for (const [one, many] of Object.entries(PLURALS)) {
    if (!noun.endsWith(one)) continue;
    const plural = noun.slice(0, -one.length) + many;
    return [noun, `${noun}s`, `${noun}es`, plural, /[ns]$/.test(plural) ? plural : `${plural}n`];
  }
  if (noun.endsWith('in')) return [noun, `${noun}nen`];
  if (WEAK_NOUN.test(noun)) return noun.endsWith('e') ? [noun, `${noun}n`] : [noun, `${noun}en`, `${noun}n`];
  if (/(er|el|en|chen|lein)$/.test(noun)) return [noun, `${noun}s`, `${noun}n`];
  if (/(ung|heit|keit|schaft|ion|tät|frau)$/.test(noun)) return [noun, `${noun}en`];
  if (/[aiouy]$/.test(noun)) return [noun, `${noun}s`];
  return [noun, `${noun}s`, `${noun}es`, `${noun}e`, `${noun}en`];
}

function verbForms(verb: string): string[] {
  const prefix = WHOLE.has(verb)
    ? undefined
    : SEPARABLE.find((one) => verb.startsWith(one) && verb.length > one.length + 4);
  if (prefix === undefined) return [...new Set(simpleForms(verb, verb))];
  const base = verb.slice(prefix.length);
  const joined = simpleForms(base, base).map((form) => prefix + form);
  return [...new Set([verb, `${prefix}zu${base}`, ...joined])];
}

function simpleForms(verb: string, whole: string): string[] {
  const [bare, base] = splitPrefix(verb);
  const strong = STRONG[base];
  const ge = WITHOUT_GE.test(whole) || bare !== '' ? '' : 'ge';
  const stem = verb.replace(/e?n$/, '');
  const link = /(?:[dt]|[^aeiouäöülrh][mn])$/.test(stem) ? 'e' : '';
  const second = /[sßxz]$/.test(stem) ? 't' : `${link}st`;
  const forms = [verb, `${stem}e`, `${stem}${second}`, `${stem}${link}t`, stem, `${verb}d`, `${verb}de`, `${verb}den`];
  if (strong === undefined) {
    const past = `${stem}${link}te`;
    const participle = `${ge}${stem}${link}t`;
    return [...forms, past, `${past}st`, `${past}n`, `${past}t`, ...declined(participle)];
  }
  const [present, past, participle] = strong;
  const mixed = participle.endsWith('t') ? ['te', 'ten', 'test'] : ['', 'en', 'st', 't'];
  return [
    ...forms,
    `${bare}${present}${/[sßxz]$/.test(present) ? 't' : 'st'}`,
    `${bare}${present}t`,
    bare + present,
    ...mixed.map((end) => bare + past + end),
    ...declined(bare + ge + participle),
  ];
}

/** "er" and "schlagen" of "erschlagen". */
function splitPrefix(verb: string): readonly [string, string] {
  if (Object.hasOwn(STRONG, verb)) return ['', verb];
  const base = Object.keys(STRONG).find((one) => verb.endsWith(one) && WITHOUT_GE.test(verb));
  return base === undefined ? ['', verb] : [verb.slice(0, -base.length), base];
}

function declined(adjective: string): string[] {
  return [adjective, ...['e', 'em', 'en', 'er', 'es'].map((end) => adjective + end)];
}

function adjectiveForms(adjective: string): string[] {
  const stem = adjective.endsWith('e') ? adjective.slice(0, -1) : adjective;
  return [...new Set([adjective, ...declined(stem).slice(1)])];
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function spellingsOf(term: string): string[] {
  const typed = term.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter);
  const swiss = term.replaceAll('ß', 'ss');
  return [typed, swiss].filter((one) => one !== term);
}

export const german: Inflection = {
  noun: nounForms,
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: spellingsOf,
};
