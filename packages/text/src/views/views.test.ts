import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDefaultIgnorable, isUnseen } from '../unicode/ignorable.js';
import { viewBudget } from './emission.js';
import { composeMapped, MappedTextBuilder } from './mapped-text.js';
import { readViews } from './read-views.js';
import { spansOf } from './spans.js';

function viewOf(text: string, name: string) {
  return readViews(text).views.find((view) => view.name === name);
}
const foldedOf = (text: string) => viewOf(text, 'folded')?.text ?? text;
const spell = (ascii: string) => [...ascii].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join('');

describe('readViews', () => {
  it('gives only the original where nothing differs', () => {
    for (const text of ['', 'plain ASCII text', 'café naïve Straße', '日本語テキスト', 'हिन्दी पाठ', '한국어', '😀👍'])
      expect(
        readViews(text).views.map((view) => view.name),
        text,
      ).toEqual(['raw']);
  });

  it('folds width, style and ligatures', () => {
    expect(foldedOf('ｚｏｒｂ 𝐳𝐨𝐫𝐛 ﬁn ①')).toBe('zorb zorb fin 1');
  });

  it('leaves out what a reader does not see', () => {
    expect(foldedOf('zo\u200br\u00adb\ufe0f\u202e\u2060!')).toBe('zorb!');
    expect(foldedOf('\ufeffzorb')).toBe('zorb');
  });

  it('takes marks piled on Latin letters away, and keeps composed and Indic ones', () => {
    expect(foldedOf('z\u0338o\u0336\u0335r\u0334b')).toBe('zorb');
    expect(foldedOf('cafe\u0301')).toBe('café');
    expect(foldedOf('\u200bक्षि')).toBe('क्षि');
    expect(foldedOf('قَهْوَةٌ وشـــاي')).toBe('قهوة وشاي');
    expect(foldedOf('أ\u0654 ـ')).toBe('أ\u0654 ـ');
  });

  it('decodes the tag block but not flags', () => {
    expect(viewOf(`hi${spell('zorb')} there${spell('blax')}`, 'tags')?.text).toBe('zorb blax');
    const scotland = `\u{1F3F4}${spell('gbsct')}\u{E007F}`;
    expect(viewOf(`flag ${scotland} here`, 'tags')).toBeUndefined();
    expect(viewOf(`\u{1F3F4}${spell('a much longer message')}`, 'tags')?.text).toBe('a much longer message');
  });

  it('says when the views do not fit', () => {
    expect(readViews('\ufdfa'.repeat(2000)).overBudget).toBe(true);
    expect(readViews('\ufdfa'.repeat(10)).overBudget).toBe(false);
  });

  it('normalises long runs of marks in linear time', () => {
    const text = `a${'\u0301\u0316'.repeat(60_000)}`;
    const start = performance.now();
    expect(foldedOf(text).length).toBeLessThan(10);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      'zorb',
      ' ',
      'é',
      'e\u0301',
      '\u200b',
      '\u00ad',
      '\ufe0f',
      '\u0336',
      'ﬁ',
      '𝐳',
      'ｚ',
      '漢',
      '가',
      'ㄱㅏ',
      'ｶﾞ',
    ),
    fc.constantFrom('\ud83c', '\udb40', '\u{E0041}', '\u{1F3F4}', 'क्षि', '👨‍👩‍👧', '\ufdfa', '\r\n', 'ﾡￂ'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('maps every unit to code points of the original, in order', () => {
    fc.assert(
      fc.property(text, (original) => {
        for (const { text: seen, map, ends, name } of readViews(original).views) {
          if (map === undefined || ends === undefined) continue;
          expect(map.length).toBe(seen.length + 1);
          expect(map.at(-1)).toBe(original.length);
          for (let unit = 0; unit < seen.length; unit++) {
            const start = map[unit] ?? -1;
            const end = ends[unit] ?? -1;
            expect(start, name).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(original.length);
            if (unit > 0 && !name.includes('reversed')) expect(start).toBeGreaterThanOrEqual(map[unit - 1] ?? 0);
            for (const edge of [start, end]) expect(cutsPair(original, edge), name).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('folds a span mapped back to the text it came from', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
        const view = readViews(original).views.find((one) => one.name === 'folded');
        if (view === undefined) return;
        const start = a % (view.text.length + 1);
        const end = start + (b % (view.text.length + 1 - start));
        const covered = spansOf(view, start, end).map(([from, to]) => original.slice(from, to));
        expect(foldedOf(covered.join(''))).toContain(withoutHalves(view.text.slice(start, end)));
        for (const one of covered) for (const edge of [one.at(0), one.at(-1)]) expect(isHidden(edge)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with NFKC where nothing is hidden or piled up', () => {
    fc.assert(
      fc.property(text, (original) => {
        const visible = [...original.replace(/\p{M}/gu, '')]
          .filter((one) => !isUnseen(one.codePointAt(0) ?? 0))
          .join('');
        expect(foldedOf(visible)).toBe(
          visible.normalize('NFKC').replace(/(?<=[\p{sc=Latin}\p{sc=Common}])\p{M}+/gu, ''),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('knows the ignorable code points of Unicode', () => {
    for (let codePoint = 0; codePoint < 0xe2000; codePoint++) {
      if (/^\p{DI}$/u.test(String.fromCodePoint(codePoint)) !== isDefaultIgnorable(codePoint))
        expect.fail(codePoint.toString(16));
    }
  });

  it('keeps within the budget that it names', () => {
    fc.assert(
      fc.property(text, (original) => {
        const held = readViews(original).views.reduce((sum, view) => sum + view.text.length, 0);
        expect(held).toBeLessThanOrEqual(viewBudget(original));
      }),
    );
  });
});

describe('composed maps', () => {
  it('equal one map made at once', () => {
    const outer = new MappedTextBuilder(4, 10);
    outer.add('ab', 0, 3);
    outer.keep('xyz', 2, 3);
    const inner = new MappedTextBuilder(4, 10);
    inner.add('q', 1, 3);
    inner.add(' ', 3, 3);
    const composed = composeMapped(outer.finish(9), inner.finish(3));
    expect([...composed.map]).toEqual([0, 9, 9]);
    expect([...composed.ends]).toEqual([3, 9]);
  });

  it.each([
    ['a null', '\u0000'],
    ['a bell', '\u0007'],
    ['a delete', '\u007f'],
    ['a blank braille pattern', '\u2800'],
    ['an interlinear mark', '\ufff9'],
    ['an object', '\ufffc'],
    ['private use', '\ue000'],
    ['no character', '\uffff'],
    ['plane 16', '\u{10fffd}'],
  ])('reads past %s inside a word', (_name, hidden) => {
    const { views } = readViews(`zor${hidden}blax`);
    expect(views.map((view) => view.text)).toContain('zorblax');
  });

  it('reads what is spelled in flags that are none, or too many to be flags', () => {
    const tag = (text: string) => [...text].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join('');
    const flag = (region: string) => `\u{1F3F4}${tag(region)}\u{E007F}`;
    const spelled = (text: string) => readViews(text).views.find(({ name }) => name === 'tags')?.text;
    expect(spelled(`${flag('gbsct')} ${flag('gbwls')}`)).toBeUndefined();
    expect(spelled(`\u{1F3F4}${tag('zorbla')}`)).toBe('zorbla');
    expect(spelled(flag('zorbl').repeat(12))).toContain('zorbl');
  });
});

function cutsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}

/** A span of a view may end inside a pair; the piece of the original never does. */
function withoutHalves(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

function isHidden(character: string | undefined): boolean {
  return character !== undefined && isDefaultIgnorable(character.charCodeAt(0));
}
