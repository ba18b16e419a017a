import { describe, expect, it } from 'vitest';
import { arabic } from './arabic.js';

describe('Arabic inflection', () => {
  it.each([
    ['كتاب', ['كتاب', 'الكتاب', 'والكتاب', 'بالكتاب', 'للكتاب', 'كتابه', 'كتابها', 'كتابي']],
    ['مدرسة', ['مدرسة', 'المدرسة', 'مدرسه', 'مدرستي', 'مدرسات', 'للمدرسة']],
    ['مقهى', ['مقهى', 'مقهي', 'المقهى']],
    ['أستاذ', ['أستاذ', 'استاذ', 'الاستاذ', 'بالأستاذ', 'أستاذات']],
  ])('puts proclitics and pronouns to the noun %s', (noun, forms) => {
    expect(arabic.noun(noun)).toEqual(expect.arrayContaining(forms));
  });

  it('keeps the article of a noun that has one', () => {
    expect(arabic.noun('القهوة')).toEqual(expect.arrayContaining(['القهوة', 'القهوه', 'والقهوة', 'للقهوة']));
  });

  it('gives an imperfect its persons and a past its endings', () => {
    expect(arabic.verb('يكتب')).toEqual(
      expect.arrayContaining(['يكتب', 'أكتب', 'اكتب', 'تكتب', 'نكتب', 'يكتبون', 'تكتبين', 'وأكتب', 'سأكتب', 'أكتبها']),
    );
    expect(arabic.verb('كتب')).toEqual(expect.arrayContaining(['كتب', 'كتبت', 'كتبوا', 'كتبه', 'كتبني', 'وكتب']));
  });

  it('gives an adjective its genders and the article', () => {
    expect(arabic.adjective('جميل')).toEqual(expect.arrayContaining(['جميل', 'جميلة', 'جميله', 'الجميلة', 'جميلين']));
  });

  it('leaves words in Latin letters alone', () => {
    for (const inflect of [arabic.noun, arabic.verb, arabic.adjective]) expect(inflect('kitab')).toEqual(['kitab']);
  });
});
