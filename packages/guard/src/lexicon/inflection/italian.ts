import { withoutAccents } from './accents.js';
import { withEndings } from './endings.js';
import type { Inflection } from './inflection.js';

const ENDINGS = {
  are: 'are o i a iamo ate ano ato ata ati ando avo ava avano ai ò arono erò erà eranno erei ino',
  ere: 'ere o i e iamo ete ono uto uta uti ute endo evo eva evano ei é erono erò erà eranno a ano',
  ire: 'ire o i e iamo ite ono ito ita iti endo ivo iva ivano ii ì irono irò irà isco isci isce iscono isca a ano',
} as const;
/** Pronouns behind an infinitive, and behind an imperative. */
const PRONOUNS = 'lo la li le mi ti si ci gli ne';
const OBJECTS = 'lo la li le mi ti ci';
const IRREGULAR: Readonly<Record<string, string>> = {
  accendere: 'acceso accesa accese',
  aggredire: 'aggressione',
  aprire: 'aperto aperta',
  chiedere: 'chiesto chiesta chiese',
  commettere: 'commesso commessa commise',
  costringere: 'costretto costretta costrinse',
  decidere: 'deciso',
  descrivere: 'descritto descritta descrivimi',
  dire: 'dico dici dice dicono detto detta disse dicendo dimmi dica dillo',
  dirigere: 'diretto',
  distruggere: 'distrutto distrutta distrusse',
  esplodere: 'esploso esplosa esplose',
  fare: 'faccio fai fa facciamo fanno fatto fatta fatti fatte facendo faceva fece fecero farò farà faccia fammi',
  fingere: 'finto finta finse fingiti',
  iniettare: 'iniezione',
  mettere: 'messo messa messi mise',
  morire: 'muoio muori muore muoiono morto morta morti morte muoia',
  nascondere: 'nascosto nascosta nascose',
  offendere: 'offeso offesa offese',
  ottenere: 'ottengo ottieni ottiene ottengono ottenne',
  produrre: 'produco produci produce producono prodotto prodotta prodotti prodotte produrlo producendo',
  rispondere: 'risposto rispose',
  rompere: 'rotto rotta ruppe',
  sciogliere: 'sciolgo sciolto sciolta sciolse',
  scrivere: 'scritto scritta scritti scritte scrisse scrivimi',
  sparare: 'sparo',
  spegnere: 'spengo spento spenta',
  stringere: 'stretto',
  tradurre: 'traduco traduci traduce tradotto tradotta',
  uccidere: 'ucciso uccisa uccisi uccise uccisero',
  vedere: 'visto vista',
};
const PLURALS: Readonly<Record<string, string>> = { uomo: 'uomini', braccio: 'braccia', dito: 'dita' };

function plurals(noun: string): string[] {
  const irregular = PLURALS[noun];
  if (irregular !== undefined) return [irregular];
  const stem = noun.slice(0, -1);
  if (/[cg]o$/.test(noun)) return [`${stem}hi`, `${stem}i`];
  if (/[cg]a$/.test(noun)) return [`${stem}he`];
  if (/ista$/.test(noun)) return withEndings(stem, 'i e');
  if (/[cg]ia$/.test(noun)) return withEndings(noun.slice(0, -2), 'e ie');
  if (noun.endsWith('io')) return [stem];
  if (/[oe]$/.test(noun)) return [`${stem}i`];
  return noun.endsWith('a') ? [`${stem}e`] : [];
}

function adjectiveForms(adjective: string): string[] {
  if (!adjective.endsWith('o')) return [adjective, ...plurals(adjective)];
  const stem = adjective.slice(0, -1);
  return [...new Set([adjective, ...plurals(adjective), `${stem}a`, ...plurals(`${stem}a`)])];
}

function verbForms(verb: string): string[] {
  const stem = verb.slice(0, -3);
  const kind = verb.endsWith('are') ? 'are' : verb.endsWith('ire') ? 'ire' : 'ere';
  const forms = withEndings(stem, ENDINGS[kind]).map((form) => spell(form, stem, kind));
  return [
    ...new Set([
      verb,
      ...forms,
      ...withEndings(verb.slice(0, -1), PRONOUNS),
      ...withEndings(kind === 'are' ? `${stem}a` : `${stem}i`, OBJECTS),
      ...(IRREGULAR[verb]?.split(' ') ?? []),
    ]),
  ];
}

/** "spaccare" keeps its hard sound before "i" and "e", and "studiare" has one "i". */
function spell(form: string, stem: string, kind: keyof typeof ENDINGS): string {
  if (kind !== 'are' || !/^[ie]/.test(form.slice(stem.length))) return form;
  if (/[cg]$/.test(stem)) return `${stem}h${form.slice(stem.length)}`;
  return stem.endsWith('i') ? stem.replace(/i$/, '') + form.slice(stem.length) : form;
}

export const italian: Inflection = {
  noun: (noun) => [noun, ...plurals(noun)],
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: withoutAccents,
};
