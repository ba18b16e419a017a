import type { Inflection } from './inflection.js';

/** A syllable is made of an initial, one of 21 vowels and one of 28 finals, none of them being a final too. */
const FIRST = 0xac00;
const LAST = 0xd7a3;
const FINALS = 28;
const VOWELS = 21;
const FINAL_N = 4;
const FINAL_L = 8;
const FINAL_M = 16;
const FINAL_B = 17;
const FINAL_SS = 20;
const VOWEL_A = 0;
const VOWEL_AE = 1;
const VOWEL_YA = 2;
const VOWEL_EO = 4;
const VOWEL_YEO = 6;
const VOWEL_O = 8;
const VOWEL_WA = 9;
const VOWEL_U = 13;
const VOWEL_WO = 14;
const VOWEL_EU = 18;
const VOWEL_I = 20;
const LEU = '르';
const HA = '하';

interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

/** Particles stand behind the noun and words have no edges here, so that the noun alone finds them all. */
function nounForms(noun: string): string[] {
  return [noun];
}

/** Beginnings that together all forms share. The lemma ends in -da. */
function verbForms(verb: string): string[] {
  if (!verb.endsWith('다') || verb.length < 2) return [verb];
  const stem = verb.slice(0, -1);
  const last = syllableOf(stem.slice(-1));
  if (last === undefined) return [verb];
  const open = last.final === 0 ? openForms(stem, last) : closedForms(stem, last);
  return [...new Set([verb, ...plain(stem), ...open])];
}

function plain(stem: string): string[] {
  return ['고', '는', '지', '기', '게', '자', '던', '네'].map((ending) => stem + ending);
}

function openForms(stem: string, last: Syllable): string[] {
  const finals = [FINAL_N, FINAL_L, FINAL_M, FINAL_B].map((final) => stem.slice(0, -1) + written({ ...last, final }));
  const more = ['려', '면', '며', '니', '러', '도록', '라', '세', '시'].map((ending) => stem + ending);
  const infinitives = openInfinitives(stem, last);
  return [...finals, ...more, ...infinitives, ...infinitives.map(withPast)];
}

/** The form before -seo and -yo: "hae" of "ha", "jugyeo" of "jugi", "jjilleo" of "jjireu". */
function openInfinitives(stem: string, last: Syllable): string[] {
  const head = stem.slice(0, -1);
  if (stem.endsWith(HA)) return [head + written({ ...last, vowel: VOWEL_AE }), `${stem}여`];
  const before = syllableOf(head.slice(-1));
  if (stem.endsWith(LEU) && before !== undefined && before.final === 0)
    return [head.slice(0, -1) + written({ ...before, final: FINAL_L }) + (isBright(before.vowel) ? '라' : '러')];
  const joined = {
    [VOWEL_I]: VOWEL_YEO,
    [VOWEL_U]: VOWEL_WO,
    [VOWEL_O]: VOWEL_WA,
    [VOWEL_EU]: before !== undefined && isBright(before.vowel) ? VOWEL_A : VOWEL_EO,
  }[last.vowel];
  return [head + written({ ...last, vowel: joined ?? last.vowel })];
}

function closedForms(stem: string, last: Syllable): string[] {
  const infinitive = stem + (isBright(last.vowel) ? '아' : '어');
  const forms = [infinitive, withPast(infinitive), ...['은', '을', '음', '으', '습'].map((ending) => stem + ending)];
  if (last.final !== FINAL_L) return forms;
  const head = stem.slice(0, -1);
  // Before n, s and b the l is lost: mandeun, mandeuneun, mandeupnida.
  const shortened = [FINAL_N, FINAL_M, FINAL_B].map((final) => head + written({ ...last, final }));
  const bare = head + written({ ...last, final: 0 });
  return [...forms, ...shortened, `${bare}는`, `${bare}니`, `${bare}세`, `${stem}면`, `${stem}려`, `${stem}도록`];
}

/** Verbs of description: as other verbs, and with -b turned into -u before vowels. */
function adjectiveForms(adjective: string): string[] {
  const forms = verbForms(adjective);
  const stem = adjective.slice(0, -1);
  const last = syllableOf(stem.slice(-1));
  if (last?.final !== FINAL_B) return forms;
  const head = stem.slice(0, -1) + written({ ...last, final: 0 });
  return [...forms, `${head}운`, `${head}울`, `${head}워`, `${head}웠`, `${head}우`];
}

function isBright(vowel: number): boolean {
  return vowel === VOWEL_A || vowel === VOWEL_YA || vowel === VOWEL_O;
}

function withPast(infinitive: string): string {
  const last = syllableOf(infinitive.slice(-1));
  return last === undefined ? infinitive : infinitive.slice(0, -1) + written({ ...last, final: FINAL_SS });
}

function syllableOf(character: string): Syllable | undefined {
  const unit = character.charCodeAt(0);
  if (!(unit >= FIRST && unit <= LAST)) return undefined;
  const index = unit - FIRST;
  return {
    initial: Math.floor(index / (VOWELS * FINALS)),
    vowel: Math.floor(index / FINALS) % VOWELS,
    final: index % FINALS,
  };
}

function written({ initial, vowel, final }: Syllable): string {
  return String.fromCharCode(FIRST + (initial * VOWELS + vowel) * FINALS + final);
}

export const korean: Inflection = { noun: nounForms, verb: verbForms, adjective: adjectiveForms };
