import { withoutAccents } from './accents.js';
import { withEndings } from './endings.js';
import type { Inflection } from './inflection.js';

const ENDINGS = {
  er: 'er e es ons ez ent é ée és ées ant ais ait aient a èrent era erai erais erait eront',
  ir: 'ir is it issons issez issent issant i ie ies issais issait irent ira irai irait isse',
  re: 're s - ons ez ent u ue us ues ant ais ait it ra rai rait e',
} as const;
/** Forms that no rule gives; those of the rule beside them hurt nobody. */
const IRREGULAR: Readonly<Record<string, string>> = {
  agir: 'agi',
  battre: 'bats bat battons battez battent battu battue battus battues battant battait',
  construire: 'construis construit construisons construisez construisent construite construisant',
  cuire: 'cuis cuit cuite cuisent',
  décrire: 'décris décrit décrite décrivez décrivons',
  détruire: 'détruis détruit détruisons détruisez détruisent détruite détruits',
  dire: 'dis dit dites disons disent dite',
  écrire: 'écris écrit écrite écrits écrites écrivez écrivons écrivent écrivant',
  enfreindre: 'enfreins enfreint enfreignez',
  envoyer: 'envoie envoies envoient enverra',
  être: 'suis es est sommes êtes sont était sera',
  faire: 'fais fait faites faisons font faisant faisait fera ferai fasse faite',
  introduire: 'introduis introduit introduisent introduisez',
  mettre: 'mets met mettons mettez mettent mis mise mettant',
  mourir: 'meurs meurt mourons mourez meurent mort mourant meure',
  obtenir: 'obtiens obtient obtenez obtenons obtiennent obtenu obtenue obtienne',
  omettre: 'omets omet omis omettez',
  prendre: 'prends prend prenons prenez prennent pris prise',
  produire: 'produis produit produisons produisez produisent produite',
  souffrir: 'souffre souffres souffert souffrent',
  traduire: 'traduis traduit traduisez traduisons',
  violer: 'viol',
  voir: 'vois voit voyons voyez voient vu vue',
};
const FEMININES: readonly (readonly [RegExp, string, string])[] = [
  [/e$/, 'e', 'e'],
  [/teur$/, 'teur', 'trice teuse'],
  [/eur$/, 'eur', 'euse eure'],
  [/f$/, 'f', 've'],
  [/eux$/, 'eux', 'euse'],
  [/(e[nl]|on|et|el)$/, '', ''],
  [/er$/, 'er', 'ère'],
  [/ic$/, 'ic', 'ique'],
];

function plural(noun: string): string {
  if (/[sxz]$/.test(noun)) return noun;
  if (/(eau|eu)$/.test(noun)) return `${noun}x`;
  return noun.endsWith('al') ? `${noun.slice(0, -1)}ux` : `${noun}s`;
}

function feminines(adjective: string): string[] {
  for (const [ending, cut, forms] of FEMININES) {
    if (!ending.test(adjective)) continue;
    if (cut === '') return [`${adjective}${adjective.slice(-1)}e`];
    return withEndings(adjective.slice(0, -cut.length), forms);
  }
  return [`${adjective}e`];
}

function adjectiveForms(adjective: string): string[] {
  const female = feminines(adjective);
  return [...new Set([adjective, plural(adjective), ...female, ...female.map(plural)])];
}

function verbForms(verb: string): string[] {
  const stem = verb.slice(0, -2);
  const kind = verb.endsWith('er') ? 'er' : verb.endsWith('re') ? 're' : 'ir';
  const forms = kind === 'er' ? firstGroup(stem) : withEndings(stem, ENDINGS[kind]);
  return [...new Set([verb, ...forms, ...(IRREGULAR[verb]?.split(' ') ?? [])])];
}

function firstGroup(stem: string): string[] {
  const forms = withEndings(stem, ENDINGS.er).map((form) => softC(form, stem));
  const soft = stem.endsWith('g') ? withEndings(`${stem}e`, 'ons ant ais ait aient a') : [];
  const grave = /[eé][^aeiouyé]$/.test(stem)
    ? withEndings(`${stem.slice(0, -2)}è${stem.slice(-1)}`, 'e es ent era')
    : [];
  const doubled = /e[lt]$/.test(stem) ? withEndings(stem + stem.slice(-1), 'e es ent era') : [];
  const vowel = /[ou]y$/.test(stem) ? withEndings(`${stem.slice(0, -1)}i`, 'e es ent era') : [];
  return [...forms, ...soft, ...grave, ...doubled, ...vowel];
}

/** "menacer" keeps its soft sound before "a" and "o". */
function softC(form: string, stem: string): string {
  return stem.endsWith('c') && /^[ao]/.test(form.slice(stem.length))
    ? `${stem.slice(0, -1)}ç${form.slice(stem.length)}`
    : form;
}

export const french: Inflection = {
  noun: (noun) => [...new Set([noun, plural(noun)])],
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: withoutAccents,
};
