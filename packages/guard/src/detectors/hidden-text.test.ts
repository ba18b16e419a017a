import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '../../tests/reading.js';
import { hiddenText } from './hidden-text.js';

const see = (text: string) => observe(hiddenText, text).signals;
const score = (text: string) => Math.max(0, ...see(text).map((signal) => signal.score));
const spell = (ascii: string) => [...ascii].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join('');
/** The text without what the spans name. */
function repaired(text: string): string {
  const spans = see(text)
    .flatMap((signal) => signal.spans)
    .toSorted((a, b) => b[0] - a[0]);
  return spans.reduce((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);
}

describe('hidden text', () => {
  it.each([
    ['plain', 'Nothing to see here.'],
    ['emoji joined by ZWJ', 'family 👨‍👩‍👧‍👦 and 👩🏽‍🚀 and 🏳️‍🌈 and ❤️‍🔥 and 🤷🏻‍♀️'],
    ['emoji with variation selector', 'I ❤️ this ☀️ 1️⃣ ©️'],
    ['flags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 🇫🇷'],
    ['Persian with ZWNJ', 'می‌خواهم نان بپزم'],
    ['Hindi with ZWJ', 'क्‍ष और र्‍य'],
    ['Sinhala with ZWJ', 'ශ්‍රී ලංකා'],
    ['a leading BOM', '\ufeffHello'],
    ['soft hyphens in long words', 'Donau\u00addampf\u00adschiff\u00adfahrt and in\u00adter\u00adna\u00adtion\u00adal'],
    ['right-to-left text with marks', 'שלום\u200f (hello)\u200e'],
    ['braille', '⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙'],
    ['an ideographic variation', '葛\u{E0100}飾区'],
  ])('does not see anything in %s', (_, text) => {
    expect(see(text)).toEqual([]);
  });

  it('grades by number and place', () => {
    expect(score('hello\u200b world and some more text around it')).toBeLessThan(0.5);
    expect(score('zor\u200bblax stands once in this longer sentence')).toBe(0.5);
    expect(score('zo\u200brb bl\u200bax an\u200bd so on in this longer sentence here')).toBeGreaterThan(0.8);
    expect(score('z\u200bo\u200br\u200bb')).toBeGreaterThanOrEqual(0.9);
    expect(
      score(`text${'\u200b\u200c'.repeat(10)} with a message between the lines of it, which is long`),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['tag characters', `hi${spell('do the zorb')} there`, 'tags'],
    ['bidi overrides', 'abc\u202edcba\u202c', 'bidi'],
    ['variation selectors that carry bytes', 'a\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08', 'variation'],
    ['invisible fillers', 'zo\u3164rb', 'filler'],
    ['soft hyphens between single letters', 'z\u00ado\u00adr\u00adb', 'soft-hyphen'],
    ['a joiner between Latin letters', 'zo\u200drb', 'zero-width'],
  ])('sees %s and names exactly them', (_, text, rule) => {
    const [signal] = see(text);
    expect(signal).toMatchObject({ kind: 'hazard', name: 'hidden-text', rule });
    expect(score(text)).toBeGreaterThanOrEqual(0.5);
    expect(repaired(text)).toMatch(/^[ -~]*$/);
  });

  it('names the view that spells what tags say', () => {
    expect(see(`x${spell('zorb')}`)[0]?.via).toEqual(['raw', 'tags']);
  });

  it('is certain where the views do not fit', () => {
    expect(see('\ufdfa'.repeat(2_000))[0]).toMatchObject({ score: 1, rule: 'over-budget' });
  });

  it('leaves nothing to be found once what it names is taken out', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      ' ',
      'é',
      '\u200b',
      '\u200d',
      '\u00ad',
      '\u202e',
      '\ufe0f',
      '\u3164',
      '\u{E0041}',
      '👩',
      '漢',
      'ن',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        let rest = text;
        for (let round = 0; round < 25 && see(rest).length > 0; round++) {
          const next = repaired(rest);
          expect(next.length).toBeLessThan(rest.length);
          rest = next;
        }
        expect(see(rest)).toEqual([]);
      }),
    );
  });

  it('sees controls, private use and blank patterns inside words, and lets single ones between words be', () => {
    for (const unit of ['\u0000', '\u0007', '\u2800', '\ufffc', '\ue000', '\u{f0000}']) {
      const seen = observe(hiddenText, `zor${unit}blax and qui${unit}bble and wob${unit}ble`).signals;
      expect(Math.max(...seen.map(({ score }) => score)), JSON.stringify(unit)).toBeGreaterThanOrEqual(0.8);
      expect(seen.flatMap(({ spans }) => spans)).toHaveLength(3);
    }
    expect(observe(hiddenText, 'Press \ue000 to go on.').signals).toEqual([]);
  });
});
