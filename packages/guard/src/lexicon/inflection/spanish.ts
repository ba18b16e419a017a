import { withoutAcutes } from './accents.js';
import { withEndings } from './endings.js';
import type { Inflection } from './inflection.js';

/** Endings of the plain stem, of the stem under stress, and of that one before the other vowel. */
const ENDINGS = {
  ar: ['ar ando ado ada ados adas amos aste ó aron aba aban aré ará aría á', 'o as a an', 'e es en', 'é emos'],
  er: ['er iendo ido ida idos idas emos í iste ió ieron ía ían eré erá ería é', 'e es en', 'o a as an', 'amos'],
  ir: ['ir iendo ido ida idos idas imos í iste ió ieron ía ían iré irá iría', 'e es en', 'o a as an', 'amos'],
} as const;
const PRONOUNS = 'lo la los las me te se le nos';

/** The stem under stress, and before "i" in verbs in -ir. */
const STRESSED: Readonly<Record<string, string>> = {
  acostar: 'acuest',
  ahorcar: 'ahorc',
  apostar: 'apuest',
  colgar: 'cuelg',
  contar: 'cuent',
  degollar: 'degüell',
  destruir: 'destruy',
  despertar: 'despiert',
  disolver: 'disuelv',
  dormir: 'duerm',
  encontrar: 'encuentr',
  esconder: 'escond',
  mentir: 'mient',
  morir: 'muer',
  mostrar: 'muestr',
  pedir: 'pid',
  perder: 'pierd',
  probar: 'prueb',
  reventar: 'revient',
  seguir: 'sigu',
  sembrar: 'siembr',
  sentir: 'sient',
  volar: 'vuel',
};
/** Forms that no rule gives. */
const IRREGULAR: Readonly<Record<string, string>> = {
  abrir: 'abierto abierta',
  construir: 'construyo construye construyen construyó construyeron construyendo construya',
  dar: 'doy di dio dieron dé den',
  decir: 'digo dices dice dicen dijo dijeron diga digan dicho dime decidme',
  destruir: 'destruyó destruyeron destruyendo',
  dormir: 'durmió durmieron durmiendo',
  escribir: 'escrito escrita escritos escritas',
  hacer: 'hago hice hizo hicieron hecho hecha hechos hechas haz haga hagas hagan hará haré haría hazme',
  huir: 'huyo huye huyen huyó huyendo',
  ir: 'voy vas va van fui fue fueron iba vaya yendo',
  morir: 'murió murieron muriendo muerto',
  obtener: 'obtengo obtiene obtienen obtuvo obtuvieron obtenga',
  pedir: 'pidió pidieron pidiendo',
  poner: 'pongo puso pusieron puesto puesta pon ponga',
  prender: 'preso',
  producir: 'produzco produjo produjeron produzca',
  romper: 'roto rota rotos rotas',
  seguir: 'sigo siga siguió siguieron siguiendo',
  ser: 'soy eres es somos son fui fue fueron era sea',
  tener: 'tengo tiene tienen tuvo tuvieron tenga',
  traducir: 'traduzco tradujo traduzca',
  traer: 'traigo trajo trajeron traiga',
  ver: 'veo visto vista vea',
};
const PLURALS: Readonly<Record<string, string>> = {
  joven: 'jóvenes',
  imagen: 'imágenes',
  virgen: 'vírgenes',
  crimen: 'crímenes',
  orden: 'órdenes',
  examen: 'exámenes',
};

function plural(noun: string): string {
  const irregular = PLURALS[noun];
  if (irregular !== undefined) return irregular;
  if (/[aeoáéó]$/.test(noun) || /[^aeiou]i$|u$/.test(noun)) return `${noun}s`;
  if (/[^áéíóú]..?[iu]s$/.test(noun)) return noun;
  if (noun.endsWith('z')) return `${noun.slice(0, -1)}ces`;
  return `${unstressed(noun)}es`;
}

/** "ladrón" loses its accent before an ending. */
function unstressed(word: string): string {
  const at = 'áéíóú'.indexOf(word.at(-2) ?? '');
  return at >= 0 && /[ns]$/.test(word) ? word.slice(0, -2) + 'aeiou'.charAt(at) + word.slice(-1) : word;
}

function adjectiveForms(adjective: string): string[] {
  if (adjective.endsWith('o')) return withEndings(adjective.slice(0, -1), 'o a os as');
  if (/(or|ón|án|ín|és)$/.test(adjective)) return [adjective, ...withEndings(unstressed(adjective), 'a es as')];
  return [adjective, plural(adjective)];
}

function verbForms(verb: string): string[] {
  const plain = verb.slice(0, -2);
  const kind = verb.endsWith('ar') ? 'ar' : verb.endsWith('er') ? 'er' : 'ir';
  const [weak, stressed, turned, weakTurned] = ENDINGS[kind];
  const strong = STRESSED[verb] ?? plain;
  return [
    ...new Set([
      verb,
      ...withEndings(plain, weak),
      ...withEndings(strong, stressed),
      ...withEndings(beforeOther(strong, kind), turned),
      ...withEndings(beforeOther(plain, kind), weakTurned),
      ...withEndings(verb, PRONOUNS),
      ...(IRREGULAR[verb]?.split(' ') ?? []),
    ]),
  ];
}

/** The stem as it is spelt before "e" instead of "a", or "a" instead of "e". */
function beforeOther(stem: string, kind: keyof typeof ENDINGS): string {
  if (kind === 'ar') return stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c');
  return stem
    .replace(/gu$/, 'g')
    .replace(/g$/, (g) => (stem.endsWith('gu') ? g : 'j'))
    .replace(/([aeo])c$/, '$1zc');
}

export const spanish: Inflection = {
  noun: (noun) => [noun, plural(noun)],
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: withoutAcutes,
};
