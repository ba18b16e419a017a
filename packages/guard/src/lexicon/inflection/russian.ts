import type { Inflection } from './inflection.js';

/** Nouns whose forms no ending tells. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  ребёнок: ['ребёнка', 'ребёнку', 'ребёнком', 'ребёнке', 'дети', 'детей', 'детям', 'детьми', 'детях'],
  человек: ['человека', 'человеку', 'человеком', 'человеке', 'люди', 'людей', 'людям', 'людьми', 'людях'],
  дочь: ['дочери', 'дочерью', 'дочерей', 'дочерям', 'дочерьми'],
  мать: ['матери', 'матерью', 'матерей', 'матерям'],
  сын: ['сына', 'сыну', 'сыном', 'сыне', 'сыновья', 'сыновей', 'сыновьям'],
  сосед: ['соседа', 'соседу', 'соседом', 'соседи', 'соседей', 'соседям', 'соседями'],
  друг: ['друга', 'другу', 'другом', 'друзья', 'друзей', 'друзьям', 'друзьями'],
  брат: ['брата', 'брату', 'братом', 'братья', 'братьев'],
};
/** Present stem and first person of verbs whose infinitive does not tell them. */
const IRREGULAR_PRESENT: Readonly<Record<string, readonly [first: string, second: string, imperative: string]>> = {
  бить: ['бью', 'бьёшь', 'бей'],
  брать: ['беру', 'берёшь', 'бери'],
  взять: ['возьму', 'возьмёшь', 'возьми'],
  дать: ['дам', 'дашь', 'дай'],
  ебать: ['ебу', 'ебёшь', 'еби'],
  искать: ['ищу', 'ищешь', 'ищи'],
  лить: ['лью', 'льёшь', 'лей'],
  мочь: ['могу', 'можешь', 'моги'],
  пить: ['пью', 'пьёшь', 'пей'],
  писать: ['пишу', 'пишешь', 'пиши'],
  красть: ['краду', 'крадёшь', 'кради'],
  резать: ['режу', 'режешь', 'режь'],
  сжечь: ['сожгу', 'сожжёшь', 'сожги'],
  сосать: ['сосу', 'сосёшь', 'соси'],
  травить: ['травлю', 'травишь', 'трави'],
  убить: ['убью', 'убьёшь', 'убей'],
};
const PREFIXES = [
  '',
  'за',
  'на',
  'по',
  'вы',
  'до',
  'об',
  'от',
  'ото',
  'пере',
  'под',
  'при',
  'про',
  'раз',
  'рас',
  'с',
  'у',
  'в',
  'из',
  'ис',
  'о',
];
const HUSH = /[гкхжшчщ]$/;

/** Six cases in both numbers. */
function nounForms(noun: string): string[] {
  for (const [one, forms] of Object.entries(IRREGULAR)) {
    if (noun.endsWith(one)) return [noun, ...forms.map((form) => noun.slice(0, -one.length) + form)];
  }
  const stem = noun.slice(0, -1);
  const end = (ends: readonly string[], base = stem) => unique([noun, ...ends.map((one) => base + one)]);
  if (noun.endsWith('ия')) return end(['и', 'ю', 'ей', 'й', 'ям', 'ями', 'ях']);
  if (noun.endsWith('ка')) return unique([...end(['и', 'е', 'у', 'ой', 'ам', 'ами', 'ах']), fleeting(stem)]);
  if (noun.endsWith('а')) return end([HUSH.test(stem) ? 'и' : 'ы', 'е', 'у', 'ой', 'ей', '', 'ам', 'ами', 'ах']);
  if (noun.endsWith('я')) return end(['и', 'е', 'ю', 'ей', 'ёй', 'ь', 'ям', 'ями', 'ях']);
  if (noun.endsWith('ие') || noun.endsWith('ье')) return end(['я', 'ю', 'ем', 'и', 'й', 'ям', 'ями', 'ях']);
  if (noun.endsWith('о')) return end(['а', 'у', 'ом', 'е', '', 'ам', 'ами', 'ах']);
  if (noun.endsWith('е')) return end(['а', 'я', 'у', 'ю', 'ем', 'ей', 'ам', 'ами', 'ах', 'ям']);
  if (noun.endsWith('ость') || /(знь|сть|чь|шь|жь|вь|фь)$/.test(noun)) return end(['и', 'ью', 'ей', 'ям', 'ями', 'ях']);
  if (noun.endsWith('ь')) return end(['я', 'и', 'ю', 'ем', 'ём', 'е', 'ью', 'ей', 'ям', 'ями', 'ях']);
  if (noun.endsWith('й')) return end(['я', 'ю', 'ем', 'е', 'и', 'ев', 'ям', 'ями', 'ях']);
  const base = noun.replace(/([^аеёиоуыэюя])[оеё]к$/, '$1к').replace(/ец$/, 'ц');
  const ends = [
    'а',
    'у',
    'ом',
    'ем',
    'е',
    HUSH.test(base) ? 'и' : 'ы',
    HUSH.test(base) ? 'ей' : 'ов',
    'ов',
    'ам',
    'ами',
    'ах',
  ];
  if (noun.endsWith('нин')) ends.push('е');
  return unique([
    ...end(ends, base),
    ...(noun.endsWith('нин') ? ['е', '', 'ам', 'ами', 'ах'].map((one) => noun.slice(0, -2) + one) : []),
  ]);
}

/** "девочек" of "девочк". */
function fleeting(stem: string): string {
  if (/[аеёиоуыэюяй]к$/.test(stem)) return stem.replace(/йк$/, 'ек');
  return stem.replace(/[ь]?к$/, /[жшчщц]к$|ьк$/.test(stem) ? 'ек' : 'ок');
}

function verbForms(verb: string): string[] {
  const reflexive = verb.endsWith('ся') || verb.endsWith('сь');
  const plain = reflexive ? verb.slice(0, -2) : verb;
  const forms = unique([plain, ...presentForms(plain), ...pastForms(plain)]);
  return reflexive ? forms.map((form) => form + (/[аеёиоуыэюя]$/.test(form) ? 'сь' : 'ся')) : forms;
}

function presentForms(verb: string): string[] {
  for (const [one, [first, second, imperative]] of Object.entries(IRREGULAR_PRESENT)) {
    const prefix = verb.slice(0, -one.length);
    if (!verb.endsWith(one) || !PREFIXES.includes(prefix)) continue;
    const stem = second.slice(0, -2);
    const third = /[иы]$/.test(stem) ? `${first.replace(/лю$|[ую]$/, '')}ят` : `${first}т`;
    return [first, second, `${stem}т`, `${stem}м`, `${stem}те`, third, imperative, `${imperative}те`].map(
      (form) => prefix + form,
    );
  }
  if (/[оеё]вать$/.test(verb) && !/давать$/.test(verb))
    return first(`${verb.slice(0, -5)}${/[жшчщц]евать$/.test(verb) || verb.endsWith('овать') ? 'у' : 'ю'}`);
  if (verb.endsWith('нуть'))
    return [
      `${verb.slice(0, -3)}у`,
      ...['ешь', 'ет', 'ем', 'ете', 'ут', 'и', 'ите', 'ёт', 'ёшь', 'ём'].map((end) => verb.slice(0, -3) + end),
    ];
  if (/[аяе]ть$/.test(verb)) return first(verb.slice(0, -2));
  if (!verb.endsWith('ить')) return [];
  const stem = verb.slice(0, -3);
  const hushed = HUSH.test(stem);
  return [
    firstOf(stem),
    `${stem}ишь`,
    `${stem}ит`,
    `${stem}им`,
    `${stem}ите`,
    stem + (hushed ? 'ат' : 'ят'),
    `${stem}и`,
    `${stem}ь`,
    `${stem}ьте`,
  ];
}

function first(stem: string): string[] {
  return ['ю', 'ешь', 'ет', 'ем', 'ете', 'ют', 'й', 'йте'].map((end) => stem + end);
}

function firstOf(stem: string): string {
  if (/[бпвфм]$/.test(stem)) return `${stem}лю`;
  const hushed = stem.replace(/ст$/, 'щ').replace(/[дз]$/, 'ж').replace(/с$/, 'ш').replace(/т$/, 'ч');
  return hushed === stem && !HUSH.test(stem) ? `${stem}ю` : `${hushed}у`;
}

/** Past, passive participle and adverbial participle. */
function pastForms(verb: string): string[] {
  const base = verb.replace(/(ст|зт)?[иь]?ть$|сть$|чь$/, (end) => (end === 'ить' ? 'и' : ''));
  const past = ['л', 'ла', 'ло', 'ли', 'в'].map((end) => base + end);
  if (/[ая]ть$/.test(verb)) return [...past, ...passive(`${verb.slice(0, -2)}н`)];
  if (/(бить|пить|лить|шить)$/.test(verb)) return [...past, ...passive(`${verb.slice(0, -2)}т`)];
  if (verb.endsWith('ить')) return [...past, ...passive(`${firstOf(verb.slice(0, -3)).slice(0, -1)}ен`)];
  return past;
}

function passive(stem: string): string[] {
  const long = stem.endsWith('н') ? `${stem}н` : stem;
  return [
    stem,
    `${stem}а`,
    `${stem}ы`,
    ...['ый', 'ая', 'ое', 'ые', 'ого', 'ую', 'ых', 'ым', 'ом'].map((end) => long + end),
  ];
}

function adjectiveForms(adjective: string): string[] {
  const stem = adjective.slice(0, -2);
  if (!/(ый|ий|ой)$/.test(adjective)) return [adjective];
  const isSoft = adjective.endsWith('ний');
  const i = isSoft || HUSH.test(stem) ? 'и' : 'ы';
  const ends = isSoft
    ? ['яя', 'ее', 'его', 'ему', 'ем', 'ей', 'юю']
    : ['ая', 'ое', 'ого', 'ому', 'ом', 'ой', 'ую', ...(HUSH.test(stem) ? ['его', 'ему', 'ей', 'ем'] : [])];
  return unique([adjective, ...ends.map((end) => stem + end), ...['м', 'е', 'х', 'ми'].map((end) => stem + i + end)]);
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)];
}

/** "ё" is mostly typed as "е". */
function spellingsOf(term: string): string[] {
  return term.includes('ё') ? [term.replaceAll('ё', 'е')] : [];
}

export const russian: Inflection = {
  noun: nounForms,
  verb: verbForms,
  adjective: adjectiveForms,
  spellings: spellingsOf,
};
