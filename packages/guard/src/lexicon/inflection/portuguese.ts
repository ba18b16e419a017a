import { withoutAccents } from './accents.js';
import { withEndings } from './endings.js';
import type { Inflection } from './inflection.js';

const ENDINGS = {
  ar: ['ar ando ado ada ados adas o as a amos am aste ou aram ava avam arei ará aria arem', 'ei e es em emos'],
  er: ['er endo ido ida idos idas e es emos em i este eu eram ia iam erei erá eria erem', 'o a as am amos'],
  ir: ['ir indo ido ida idos idas e es imos em i iste iu iram ia iam irei irá iria irem', 'o a as am amos'],
} as const;
const IRREGULAR: Readonly<Record<string, string>> = {
  abrir: 'aberto aberta',
  cobrir: 'cubro coberto',
  construir: 'constrói constroem construiu construí',
  dar: 'dou dá dão deu deram dê deem',
  destruir: 'destrói destroem destruiu',
  dizer: 'digo diz dizem disse disseram dito diga diz-me',
  escrever: 'escrito escrita escritos escritas',
  fazer: 'faço faz fazem fiz fez fizeram feito feita feitos feitas faça façam fará farei faria fazê',
  fugir: 'foge fogem',
  matar: 'morto morta mortos mortas',
  morrer: 'morto morta mortos mortas',
  obter: 'obtenho obtém obtêm obteve obtiveram obtenha',
  pedir: 'peço peça',
  pôr: 'ponho põe põem pôs puseram posto',
  produzir: 'produz produzem produziu',
  traduzir: 'traduz traduza',
  trazer: 'trago traz trouxe traga',
  ver: 'vejo vê veem viu visto vista veja',
};
const PLURALS: Readonly<Record<string, string>> = {
  mão: 'mãos',
  irmão: 'irmãos',
  cidadão: 'cidadãos',
  cão: 'cães',
  alemão: 'alemães',
  órfão: 'órfãos',
  capitão: 'capitães',
  míssil: 'mísseis',
};
const STRESSED_PLURALS: Readonly<Record<string, string>> = { al: 'ais', el: 'éis', ol: 'óis', ul: 'uis', il: 'is' };

function plural(noun: string): string {
  const irregular = PLURALS[noun];
  if (irregular !== undefined) return irregular;
  if (noun.endsWith('ão')) return `${noun.slice(0, -2)}ões`;
  if (noun.endsWith('m')) return `${noun.slice(0, -1)}ns`;
  const before = STRESSED_PLURALS[noun.slice(-2)];
  if (before !== undefined) {
    const hasAccent = /[áâéêíóôú]/.test(noun);
    return noun.slice(0, -2) + (hasAccent ? before.replace('é', 'e').replace(/^is$/, 'eis') : before);
  }
  if (/[rz]$/.test(noun)) return `${noun}es`;
  if (noun.endsWith('ês')) return `${noun.slice(0, -2)}eses`;
  return noun.endsWith('s') ? noun : `${noun}s`;
}

function adjectiveForms(adjective: string): string[] {
  if (adjective.endsWith('o') && !adjective.endsWith('ão')) return withEndings(adjective.slice(0, -1), 'o a os as');
  if (adjective.endsWith('ão'))
    return [...withEndings(adjective.slice(0, -2), 'ão ona ã ões onas ãs'), plural(adjective)];
  if (/or$/.test(adjective)) return withEndings(adjective, '- a es as');
  if (adjective.endsWith('ês')) return withEndings(adjective.slice(0, -2), 'ês esa eses esas');
  return [adjective, plural(adjective)];
}

function verbForms(verb: string): string[] {
  const stem = verb.slice(0, -2);
  const kind = verb.endsWith('ar') ? 'ar' : verb.endsWith('ir') ? 'ir' : 'er';
  const [plain, turned] = ENDINGS[kind];
  return [
    ...new Set([
      verb,
      ...withEndings(stem, plain),
      ...withEndings(beforeOther(stem, kind), turned),
      ...withEndings(`${stem}${{ ar: 'á', er: 'ê', ir: 'i' }[kind]}`, '-lo -la -los -las'),
      ...withEndings(verb, '-me -te -se -lhe'),
      ...(IRREGULAR[verb]?.split(' ') ?? []),
    ]),
  ];
}

/** The stem as it is spelt before "e" instead of "a", or "a" instead of "e". */
function beforeOther(stem: string, kind: keyof typeof ENDINGS): string {
  if (kind === 'ar') return stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/ç$/, 'c');
  return stem.endsWith('gu') ? stem.slice(0, -1) : stem.replace(/g$/, 'j').replace(/c$/, 'ç');
}

export const portuguese: Inflection = {
  noun: (noun) => [...new Set([noun, plural(noun)])],
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: withoutAccents,
};
