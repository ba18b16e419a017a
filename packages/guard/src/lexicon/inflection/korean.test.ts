import { describe, expect, it } from 'vitest';
import { korean } from './korean.js';

const begins = (forms: readonly string[], word: string) => forms.some((form) => word.startsWith(form));

describe('Korean inflection', () => {
  it.each([
    ['하다', ['하고', '하는', '해서', '해요', '했다', '한', '할', '합니다', '하면', '하여']],
    ['그리다', ['그리고', '그리는', '그려서', '그렸다', '그린', '그릴', '그립니다', '그리려고']],
    ['배우다', ['배우고', '배워서', '배웠다', '배운', '배울']],
    ['보다', ['보고', '봐요', '봤다', '본', '볼', '봅니다']],
    ['가다', ['가고', '가서', '갔다', '간', '갈', '갑니다']],
    ['쓰다', ['쓰고', '써서', '썼다', '쓴', '쓸']],
    ['아프다', ['아프고', '아파서', '아팠다', '아픈']],
    ['부르다', ['부르고', '불러서', '불렀다', '부른']],
    ['자르다', ['자르고', '잘라서', '잘랐다', '자른']],
    ['먹다', ['먹고', '먹는', '먹어요', '먹었다', '먹은', '먹을', '먹습니다', '먹으면']],
    ['받다', ['받고', '받아요', '받았다', '받은']],
    ['만들다', ['만들고', '만들어요', '만들었다', '만든', '만드는', '만들면', '만듭니다']],
  ])('finds the forms of %s by their beginnings', (verb, words) => {
    const forms = korean.verb(verb);
    for (const word of words) expect(begins(forms, word), word).toBe(true);
  });

  it('turns -b into -u in words of description', () => {
    const forms = korean.adjective('고맙다');
    for (const word of ['고맙고', '고마운', '고마워요', '고마웠다']) expect(begins(forms, word), word).toBe(true);
  });

  it('leaves nouns and words that end otherwise alone', () => {
    expect(korean.noun('사과')).toEqual(['사과']);
    expect(korean.verb('사과')).toEqual(['사과']);
  });
});
