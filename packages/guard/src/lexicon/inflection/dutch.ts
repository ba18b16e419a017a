import type { Inflection } from './inflection.js';

/** Past singular, past plural and participle of strong verbs, by the infinitive without prefix. */
const STRONG: Readonly<Record<string, readonly [past: string, plural: string, participle: string]>> = {
  bederven: ['bedierf', 'bedierven', 'bedorven'],
  beginnen: ['begon', 'begonnen', 'begonnen'],
  blazen: ['blies', 'bliezen', 'blazen'],
  breken: ['brak', 'braken', 'broken'],
  brengen: ['bracht', 'brachten', 'bracht'],
  doen: ['deed', 'deden', 'daan'],
  geven: ['gaf', 'gaven', 'geven'],
  gieten: ['goot', 'goten', 'goten'],
  grijpen: ['greep', 'grepen', 'grepen'],
  hangen: ['hing', 'hingen', 'hangen'],
  helpen: ['hielp', 'hielpen', 'holpen'],
  kijken: ['keek', 'keken', 'keken'],
  kopen: ['kocht', 'kochten', 'kocht'],
  krijgen: ['kreeg', 'kregen', 'kregen'],
  laten: ['liet', 'lieten', 'laten'],
  nemen: ['nam', 'namen', 'nomen'],
  pijpen: ['pijpte', 'pijpten', 'pijpt'],
  schieten: ['schoot', 'schoten', 'schoten'],
  schrijven: ['schreef', 'schreven', 'schreven'],
  slaan: ['sloeg', 'sloegen', 'slagen'],
  snijden: ['sneed', 'sneden', 'sneden'],
  spreken: ['sprak', 'spraken', 'sproken'],
  springen: ['sprong', 'sprongen', 'sprongen'],
  steken: ['stak', 'staken', 'stoken'],
  stelen: ['stal', 'stalen', 'stolen'],
  sterven: ['stierf', 'stierven', 'storven'],
  vangen: ['ving', 'vingen', 'vangen'],
  vergeten: ['vergat', 'vergaten', 'vergeten'],
  verliezen: ['verloor', 'verloren', 'verloren'],
  zoeken: ['zocht', 'zochten', 'zocht'],
  zuigen: ['zoog', 'zogen', 'zogen'],
};
const PLURALS: Readonly<Record<string, string>> = {
  kind: 'kinderen',
  lid: 'leden',
  stad: 'steden',
  ei: 'eieren',
  aanslag: 'aanslagen',
  wapen: 'wapens',
};
const SEPARABLE = [
  'aan',
  'af',
  'bij',
  'dood',
  'in',
  'kapot',
  'klaar',
  'leeg',
  'mee',
  'na',
  'neer',
  'om',
  'op',
  'over',
  'uit',
  'vast',
  'vol',
  'weg',
];
/** Verbs that begin like a separable prefix and have none. */
const WHOLE = new Set([
  'aaien',
  'innen',
  'openen',
  'omarmen',
  'overtuigen',
  'overvallen',
  'overschrijven',
  'overdrijven',
  'overleven',
  'voldoen',
]);
const WITHOUT_GE = /^(be|er|ge|her|ont|ver|over(tuig|schrijv|drijv|lev))(?=.{3})/;
const SHORT_VOWEL_END = /(?<![aeiouy])[aeiou]([bdfgklmnprst])$/;
const LONG_VOWEL_END = /([aeou])\1([bdfgklmnprstz])$/;

/** Number and the small form. */
function nounForms(noun: string): string[] {
  for (const [one, many] of Object.entries(PLURALS)) {
    if (noun.endsWith(one)) return [noun, noun.slice(0, -one.length) + many, ...small(noun)];
  }
  if (/[aiouy]$/.test(noun)) return [noun, `${noun}'s`, `${noun}s`, ...small(noun)];
  if (/(e|el|em|en|er|erd|aar|ie)$/.test(noun))
    return [noun, `${noun}s`, ...(/(e|er|el|ie)$/.test(noun) ? [`${noun}n`] : []), ...small(noun)];
  return [...new Set([noun, openedPlural(noun), `${noun}s`, `${noun}en`, ...small(noun)])];
}

function small(noun: string): string[] {
  return ['je', 'tje', 'jes', 'tjes'].map((end) => noun + end);
}

/** "bommen" of "bom", "boten" of "boot", "dieven" of "dief". */
function openedPlural(word: string): string {
  const opened = word.replace(LONG_VOWEL_END, '$1$2').replace(/f$/, 'v');
  if (opened !== word) return `${opened.replace(/([aeiou])s$/, '$1z')}en`;
  return SHORT_VOWEL_END.test(word) ? `${word}${word.slice(-1)}en` : `${word}en`;
}

function verbForms(verb: string): string[] {
  const prefix = WHOLE.has(verb)
    ? undefined
    : SEPARABLE.find((one) => verb.startsWith(one) && verb.length > one.length + 3);
  if (prefix === undefined) return [...new Set(simpleForms(verb))];
  const base = verb.slice(prefix.length);
  return [
    ...new Set([verb, `${prefix} te ${base}`, `${prefix}te${base}`, ...simpleForms(base).map((form) => prefix + form)]),
  ];
}

function simpleForms(verb: string): string[] {
  return stemsOf(verb).flatMap((stem) => formsOfStem(verb, stem));
}

function formsOfStem(verb: string, stem: string): string[] {
  const base = Object.hasOwn(STRONG, verb)
    ? verb
    : Object.keys(STRONG).find((one) => verb.endsWith(one) && WITHOUT_GE.test(verb));
  const bare = base === undefined ? '' : verb.slice(0, -base.length);
  const ge = WITHOUT_GE.test(verb) ? '' : 'ge';
  const present = [verb, stem, stem.endsWith('t') ? stem : `${stem}t`, `${verb}d`, `${verb}de`];
  const strong = base === undefined ? undefined : STRONG[base];
  if (strong === undefined) {
    const voiced = !/([fkpst]|ch)en$/.test(verb);
    const link = voiced ? 'd' : 't';
    const participle = stem.endsWith(link) ? ge + stem : ge + stem + link;
    const inflected = /[aeiou]{2}[dt]$/.test(participle)
      ? participle.replace(/([aeou])\1([dt])$/, '$1$2e')
      : `${participle}e`;
    return [...present, `${stem}${link}e`, `${stem}${link}en`, participle, inflected];
  }
  const [past, plural, participle] = strong;
  const whole = participle.startsWith(bare) && bare !== '' ? participle : bare + ge + participle;
  return [...present, bare + past, bare + plural, whole, whole.endsWith('n') ? whole : `${whole}e`];
}

/** "maak" of "maken", "zet" of "zetten", "geef" of "geven"; "negeer" and "neger" of "negeren", as the spelling hides the stress. */
function stemsOf(verb: string): string[] {
  if (/([aoe]a|oe)n$/.test(verb)) return [verb.slice(0, -1)];
  const cut = verb.replace(/en$/, '');
  if (/([bdfgklmnprst])\1$/.test(cut)) return [cut.slice(0, -1)];
  const voiceless = cut.replace(/v$/, 'f').replace(/z$/, 's');
  if (!/(^|[^aeiouy])[aeou][bdfgklmnprstvz]$/.test(cut)) return [voiceless];
  const long = voiceless.replace(/([aeou])(.)$/, '$1$1$2');
  return /[aeiou][^aeiou]+e[rln]$/.test(cut) ? [long, voiceless] : [long];
}

function adjectiveForms(adjective: string): string[] {
  const inflected = openedPlural(adjective).replace(/en$/, 'e');
  return [...new Set([adjective, adjective.endsWith('e') ? adjective : inflected, `${adjective}e`, `${adjective}s`])];
}

const ACCENTS = /[\u0300-\u036f]/g;

function spellingsOf(term: string): string[] {
  const plain = term.normalize('NFD').replace(ACCENTS, '');
  return plain === term ? [] : [plain];
}

export const dutch: Inflection = {
  noun: nounForms,
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: spellingsOf,
};
