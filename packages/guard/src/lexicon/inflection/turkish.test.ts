import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { turkish } from './turkish.js';

describe('Turkish inflection', () => {
  it.each([
    [
      'çocuk',
      ['çocuğu', 'çocuğa', 'çocukta', 'çocuktan', 'çocuğun', 'çocuğum', 'çocuklar', 'çocukları', 'çocuklarımız'],
    ],
    ['bomba', ['bombayı', 'bombaya', 'bombada', 'bombanın', 'bombası', 'bombasını', 'bombalar', 'bombayla']],
    ['silah', ['silahı', 'silaha', 'silahla', 'silahlar', 'silahlı', 'silahımı']],
    ['öğrenci', ['öğrenciyi', 'öğrencinin', 'öğrenciler', 'öğrencilere']],
    ['komşu', ['komşuyu', 'komşum', 'komşumu', 'komşular']],
    ['kitap', ['kitabı', 'kitapta', 'kitaplar', 'kitabını']],
  ])('declines %s by vowel harmony', (noun, forms) => {
    expect(turkish.noun(noun)).toEqual(expect.arrayContaining([noun, ...forms]));
  });

  it.each([
    [
      'öldürmek',
      [
        'öldürüyor',
        'öldürürüm',
        'öldürdü',
        'öldürmüş',
        'öldüreceğim',
        'öldürebilirim',
        'öldüren',
        'öldürmenin',
        'öldürmeli',
      ],
    ],
    ['yapmak', ['yapıyor', 'yaparım', 'yaptı', 'yapacak', 'yapabilirim', 'yapmanın', 'yap']],
    ['çalmak', ['çalıyor', 'çalar', 'çaldı', 'çalarak', 'çalmaya']],
    ['zehirlemek', ['zehirliyor', 'zehirlerim', 'zehirledi', 'zehirleyeceğim', 'zehirleyip']],
    ['vurmak', ['vuruyor', 'vururum', 'vurdu', 'vuracak']],
    ['yok etmek', ['yok ediyor', 'yok eder', 'yok etti', 'yok edeceğim']],
  ])('conjugates %s', (verb, forms) => {
    expect(turkish.verb(verb)).toEqual(expect.arrayContaining([verb, ...forms]));
  });

  it('makes no more than 40 forms of a word', () => {
    for (const word of ['çocuk', 'bomba', 'öğrenci']) expect(turkish.noun(word).length).toBeLessThanOrEqual(40);
    for (const word of ['öldürmek', 'zehirlemek']) expect(turkish.verb(word).length).toBeLessThanOrEqual(40);
  });

  it('spells a term as on a keyboard without Turkish letters, unless it is short', () => {
    expect(expandTerm('öğretmen', 'tr')).toEqual(['öğretmen', 'ogretmen']);
    expect(expandTerm('göl', 'tr')).toEqual(['göl']);
  });
});
