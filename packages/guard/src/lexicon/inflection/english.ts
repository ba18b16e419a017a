import type { Inflection } from './inflection.js';

/** Past and participle of verbs that do not take -ed. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  beat: ['beaten'],
  begin: ['began', 'begun'],
  bite: ['bit', 'bitten'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  buy: ['bought'],
  catch: ['caught'],
  come: ['came'],
  cut: [],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  feed: ['fed'],
  feel: ['felt'],
  fight: ['fought'],
  find: ['found'],
  forget: ['forgot', 'forgotten'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  hang: ['hung'],
  have: ['had'],
  hide: ['hid', 'hidden'],
  hit: [],
  hurt: [],
  keep: ['kept'],
  leave: ['left'],
  let: [],
  lose: ['lost'],
  make: ['made'],
  overcome: ['overcame'],
  put: [],
  run: ['ran'],
  sell: ['sold'],
  send: ['sent'],
  set: [],
  shoot: ['shot'],
  show: ['showed', 'shown'],
  sleep: ['slept'],
  speak: ['spoke', 'spoken'],
  spread: [],
  steal: ['stole', 'stolen'],
  strike: ['struck'],
  take: ['took', 'taken'],
  tell: ['told'],
  write: ['wrote', 'written'],
};
const DOUBLING = new Set([
  'stab',
  'rob',
  'rig',
  'rip',
  'drug',
  'strip',
  'strap',
  'scam',
  'spam',
  'trap',
  'grab',
  'plan',
  'plot',
  'traffic',
  'tamper',
  'con',
  'get',
  'cut',
  'hit',
  'put',
  'set',
  'let',
  'run',
  'forget',
  'begin',
  'kidnap',
  'hotwire',
  'dox',
  'slit',
  'snuff',
  'mug',
  'bludgeon',
  'grope',
  'ship',
  'tap',
  'sext',
]);
const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  child: 'children',
  echo: 'echoes',
  hero: 'heroes',
  tornado: 'tornadoes',
  tomato: 'tomatoes',
  potato: 'potatoes',
  mosquito: 'mosquitoes',
  man: 'men',
  woman: 'women',
  person: 'people',
  knife: 'knives',
  thief: 'thieves',
  wife: 'wives',
};
const VOWEL_Y = /[aeiou]y$/;

/** The noun and its plural. */
function nounForms(noun: string): string[] {
  for (const [one, many] of Object.entries(IRREGULAR_PLURALS)) {
    if (noun.endsWith(one)) return [noun, noun.slice(0, -one.length) + many];
  }
  return [noun, withS(noun)];
}

/** The verb with its third person, past, participle and -ing form. */
function verbForms(verb: string): string[] {
  const irregular = IRREGULAR[verb];
  const past = irregular ?? [pastOf(verb)];
  return [...new Set([verb, withS(verb), ...past, ingOf(verb)])];
}

function withS(word: string): string {
  if (word.endsWith('y') && !VOWEL_Y.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (verb.endsWith('y') && !VOWEL_Y.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

function ingOf(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !verb.endsWith('ee')) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

function doubled(verb: string): string {
  if (verb.endsWith('c')) return `${verb}k`;
  return DOUBLING.has(verb) && /[^aeiouwxy][aeiou][bdgmnprt]$/.test(verb) ? verb + verb.slice(-1) : verb;
}

export const english: Inflection = { noun: nounForms, verb: verbForms, adjective: (adjective) => [adjective] };
