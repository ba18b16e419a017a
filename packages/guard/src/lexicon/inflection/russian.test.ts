import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { russian } from './russian.js';

describe('Russian inflection', () => {
  it.each([
    ['бомба', ['бомбы', 'бомбе', 'бомбу', 'бомбой', 'бомб', 'бомбами']],
    ['девочка', ['девочки', 'девочке', 'девочку', 'девочкой', 'девочек']],
    ['школьник', ['школьника', 'школьнику', 'школьником', 'школьники', 'школьников']],
    ['подросток', ['подростка', 'подростки', 'подростков']],
    ['оружие', ['оружия', 'оружию', 'оружием']],
    ['убийца', ['убийцы', 'убийцу', 'убийц']],
    ['инструкция', ['инструкции', 'инструкцию', 'инструкций']],
    ['ребёнок', ['ребёнка', 'детей', 'детям']],
    ['мусульманин', ['мусульманина', 'мусульмане', 'мусульман']],
  ])('declines %s', (noun, forms) => {
    expect(russian.noun(noun)).toEqual(expect.arrayContaining([noun, ...forms]));
  });

  it.each([
    ['убить', ['убью', 'убьёт', 'убей', 'убил', 'убила', 'убили', 'убитый']],
    ['отравить', ['отравлю', 'отравишь', 'отравит', 'отравил', 'отравленный']],
    ['взорвать', ['взорвал', 'взорвали']],
    ['украсть', ['украду', 'украдёшь', 'украл', 'украли']],
    ['написать', ['напишу', 'напиши', 'напишите', 'написал', 'написана']],
    ['игнорировать', ['игнорирую', 'игнорируй', 'игнорируйте', 'игнорировал']],
    ['повеситься', ['повешусь', 'повесится', 'повесился', 'повесилась']],
  ])('conjugates %s', (verb, forms) => {
    expect(russian.verb(verb)).toEqual(expect.arrayContaining([verb, ...forms]));
  });

  it('declines an adjective', () => {
    expect(russian.adjective('голый')).toEqual(expect.arrayContaining(['голая', 'голого', 'голую', 'голых', 'голыми']));
    expect(russian.adjective('несовершеннолетний')).toEqual(
      expect.arrayContaining(['несовершеннолетняя', 'несовершеннолетних']),
    );
    expect(russian.adjective('русский')).toEqual(expect.arrayContaining(['русская', 'русских']));
  });

  it('spells a term with the letter that is typed for ё', () => {
    expect(expandTerm('ребёнок', 'ru')).toEqual(['ребёнок', 'ребенок']);
  });

  it('makes no more than 40 forms of a word', () => {
    for (const verb of ['изнасиловать', 'отравить', 'взрывать'])
      expect(russian.verb(verb).length).toBeLessThanOrEqual(40);
  });
});
