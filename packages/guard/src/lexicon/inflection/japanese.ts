import type { Inflection } from './inflection.js';

/** By the last kana of a verb of five rows: the kana that its other stems end in, the last before -te and -ta. */
const ROWS: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};
/** Verbs of five rows that look like verbs of one. */
const FIVE_ROWS = new Set(['切る', '蹴る', '入る', '走る', '知る', '散る', '握る', '滑る', '減る', '焦る', 'ゆする']);
const ONE_ROW = /[いきぎしじちにひびみりえけげせぜてでねへべめれ]る$/;
const ONE_ROW_ENDINGS = ['る', 'た', 'て', 'な', 'ま', 'よ', 'ろ', 'ら', 'れ', 'ず', 'ちゃ', 'そ'];
const SURU_STEMS = ['する', 'し', 'され', 'させ', 'すれ', 'せよ'];
const HIRAGANA = /^[ぁ-ゖー]+$/;
const KATAKANA = /^[ァ-ヶー]+$/;
/** Between a katakana letter and its hiragana twin. */
const KANA_APART = 0x60;

/** The noun, in the other kana too if it is all kana. Particles stand behind it and change nothing. */
function nounForms(noun: string): string[] {
  if (HIRAGANA.test(noun)) return [noun, inOtherKana(noun, KANA_APART)];
  return KATAKANA.test(noun) ? [noun, inOtherKana(noun, -KANA_APART)] : [noun];
}

/** The beginnings that all forms share; what is added to them needs no term of its own, as words have no edges here. */
function verbForms(verb: string): string[] {
  if (verb.endsWith('する') && !FIVE_ROWS.has(verb)) return withEndings(verb.slice(0, -2), SURU_STEMS);
  const last = verb.slice(-1);
  const stem = verb.slice(0, -1);
  const fiveRows = [...FIVE_ROWS].some((other) => verb.endsWith(other));
  if (ONE_ROW.test(verb) && !fiveRows) return withEndings(stem, ONE_ROW_ENDINGS);
  const row = ROWS[last];
  return row === undefined ? [verb] : [verb, ...withEndings(stem, [...row]).filter((form) => form !== verb)];
}

function adjectiveForms(adjective: string): string[] {
  if (!adjective.endsWith('い')) return [adjective];
  return withEndings(adjective.slice(0, -1), ['い', 'く', 'かっ', 'けれ', 'さ', 'そう']);
}

function withEndings(stem: string, endings: readonly string[]): string[] {
  return endings.map((ending) => stem + ending);
}

function inOtherKana(word: string, apart: number): string {
  return [...word].map((kana) => (kana === 'ー' ? kana : String.fromCharCode(kana.charCodeAt(0) + apart))).join('');
}

export const japanese: Inflection = { noun: nounForms, verb: verbForms, adjective: adjectiveForms };
