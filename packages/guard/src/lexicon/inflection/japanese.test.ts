import { describe, expect, it } from 'vitest';
import { japanese } from './japanese.js';

const begins = (forms: readonly string[], word: string) => forms.some((form) => word.startsWith(form));

describe('Japanese inflection', () => {
  it.each([
    ['書く', ['書かない', '書きます', '書く', '書けば', '書こう', '書いた', '書いて']],
    ['泳ぐ', ['泳がない', '泳ぎます', '泳いだ', '泳ごう']],
    ['話す', ['話さない', '話します', '話した', '話せば']],
    ['待つ', ['待たない', '待ちます', '待った', '待とう']],
    ['死ぬ', ['死なない', '死にます', '死んだ']],
    ['飛ぶ', ['飛ばない', '飛びます', '飛んだ']],
    ['飲む', ['飲まない', '飲みます', '飲んだ', '飲め']],
    ['買う', ['買わない', '買います', '買った', '買えば']],
    ['作る', ['作らない', '作ります', '作った', '作れば']],
    ['走る', ['走らない', '走ります', '走った', '走ろう']],
    ['食べる', ['食べない', '食べます', '食べた', '食べて', '食べられる', '食べよう']],
    ['見せる', ['見せない', '見せます', '見せた']],
    ['料理する', ['料理する', '料理しない', '料理します', '料理した', '料理される', '料理させる']],
  ])('finds the forms of %s by their beginnings', (verb, words) => {
    const forms = japanese.verb(verb);
    for (const word of words) expect(begins(forms, word), word).toBe(true);
  });

  it('takes one-row verbs by more than their stem', () => {
    expect(begins(japanese.verb('食べる'), '食べ物')).toBe(false);
  });

  it('inflects adjectives in -i and leaves others alone', () => {
    const forms = japanese.adjective('寒い');
    for (const word of ['寒い', '寒くて', '寒かった', '寒ければ', '寒さ']) expect(begins(forms, word), word).toBe(true);
    expect(japanese.adjective('静か')).toEqual(['静か']);
  });

  it('writes a word of kana in the other kana too', () => {
    expect(japanese.noun('りんご')).toEqual(['りんご', 'リンゴ']);
    expect(japanese.noun('コーヒー')).toEqual(['コーヒー', 'こーひー']);
    expect(japanese.noun('桜の木')).toEqual(['桜の木']);
  });
});
