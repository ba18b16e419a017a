import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_WORDS } from './common-words.js';
import { readLanguages } from './read-languages.js';

const mainOf = (text: string) => readLanguages(text).spoken[0]?.language;

describe('the main language of a sentence', () => {
  it.each([
    ['en', 'How do I sharpen a kitchen knife?'],
    ['en', 'My café serves naïve customers with a façade of calm'],
    ['en', 'The word 東京 means Tokyo'],
    ['es', 'Cómo puedo hacer pan en casa con poca harina'],
    ['es', 'como hago para que mi gato no rompa las cortinas'],
    ['fr', 'Comment faire du pain à la maison avec mes enfants ?'],
    ['fr', "J'aimerais qu'on m'explique l'histoire de cette ville"],
    ['de', 'Wie kann ich am besten ein Brot backen?'],
    ['it', 'Vorrei cucinare qualcosa di buono per la festa di domani'],
    ['pt', 'Você pode me ajudar a escrever uma carta para a minha avó?'],
    ['nl', 'Kun je me helpen met het schrijven van een brief?'],
    ['pl', 'Czy możesz mi pomóc napisać list do babci?'],
    ['ru', 'Как испечь хлеб дома'],
    ['tr', 'Bana kısa bir masal yazar mısın, içinde bir kedi olsun'],
    ['ar', 'كيف أخبز الخبز في المنزل'],
    ['hi', 'घर पर रोटी कैसे बनाते हैं'],
    ['hi', 'mujhe batao ki ghar par roti kaise banate hain'],
    ['ja', '家でパンを焼くにはどうすればいいですか'],
    ['ko', '집에서 빵을 어떻게 굽나요'],
    ['zh', '如何在家里烤面包？这是我的问题'],
    ['sv', 'Hur bakar jag bröd hemma utan jäst?'],
    ['da', 'Hvordan kan jeg lære at spille på guitar af mig selv?'],
    ['no', 'Hvordan kan jeg lære meg å spille gitar på egen hånd?'],
    ['fi', 'Miten voin leipoa leipää kotona ilman hiivaa?'],
    ['cs', 'Jak se dělá domácí chléb, když nemám žádné droždí?'],
    ['sk', 'Ako sa robí domáci chlieb, keď nemám žiadne droždie?'],
    ['hu', 'Hogyan lehet otthon kenyeret sütni, ha nincs élesztő?'],
    ['ro', 'Cum pot să fac pâine acasă fără drojdie?'],
    ['el', 'Πώς φτιάχνω ψωμί στο σπίτι;'],
    ['bg', 'Как да направя хляб у дома без мая?'],
    ['uk', 'Як спекти хліб удома, якщо немає дріжджів?'],
    ['sr', 'Како да направим хлеб код куће ако немам квасац?'],
    ['hr', 'Kako mogu napraviti kruh kod kuće ako nemam kvasac?'],
    ['lt', 'Kaip iškepti duoną namuose, jei nėra mielių?'],
    ['lv', 'Kā es varu izcept maizi mājās bez rauga?'],
    ['et', 'Kuidas ma saan kodus leiba küpsetada, kui pärmi ei ole?'],
    ['id', 'Bagaimana cara membuat roti di rumah tanpa ragi?'],
    ['vi', 'Làm thế nào để nướng bánh mì tại nhà'],
    ['th', 'ทำขนมปังที่บ้านอย่างไร'],
    ['fa', 'چگونه می‌توانم در خانه نان درست کنم؟'],
    ['ur', 'گھر پر روٹی کیسے بنائی جاتی ہے'],
    ['he', 'איך אופים לחם בבית'],
    ['bn', 'বাড়িতে রুটি কীভাবে বানাব'],
    ['ta', 'வீட்டில் ரொட்டி செய்வது எப்படி'],
    ['mr', 'घरी पोळी कशी करायची आणि त्यासाठी काय लागते'],
    ['tl', 'Paano ako gagawa ng tinapay sa bahay kung wala akong lebadura?'],
    ['sw', 'Jinsi ya kupika mkate nyumbani bila ya chachu'],
    ['ca', 'Com puc fer pa a casa sense llevat aquesta tarda?'],
    ['af', 'Hoe kan ek brood by die huis bak sonder gis vir my mense?'],
  ])('is %s in: %s', (language, text) => {
    expect(mainOf(text)).toBe(language);
  });

  it.each([
    'cat',
    '',
    '😀😀😀',
    '12 345,67',
    'x = y + 2',
    'Bake cookies tonight',
    'Zbigniew Kowalczyk',
    'NASA GPU 4k 8k',
  ])('is not said of %j', (text) => {
    expect(readLanguages(text).spoken).toEqual([]);
  });

  it.each([
    'masterpiece, best quality, 1girl, solo, long hair, school uniform',
    'for (let i = 0; i < n; i++) { return i; }',
    'portrait of a woman, chiaroscuro, bokeh, art nouveau, in the style of Mucha',
  ])('is English or none in tags and code: %s', (text) => {
    expect(readLanguages(text).spoken.map(({ language }) => language)).toEqual(['en']);
  });
});

describe('the languages of a mixed text', () => {
  it('stand by their share', () => {
    const { spoken } = readLanguages(
      'I will bring the bread and you can bring the cheese for the picnic tomorrow. Das ist ja eine gute Idee.',
    );
    expect(spoken.map(({ language }) => language)).toEqual(['en', 'de']);
    expect(spoken.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(spoken[0]?.share).toBeGreaterThan(0.6);
  });

  it('have one sentence found in a long text', () => {
    const english = 'The keeper climbed the stairs and looked at the sea. '.repeat(40);
    const { spoken } = readLanguages(`${english}Jag vill inte att du ska göra det här. ${english}`);
    expect(spoken.find(({ language }) => language === 'sv')).toMatchObject({ hasSentence: true });
  });

  it('do not come from a foreign name or word', () => {
    const { spoken } = readLanguages('We met Señor Muñoz and the Großmann family at the fête in São Paulo last year.');
    expect(spoken.map(({ language }) => language)).toEqual(['en']);
  });
});

/** Whether a language may be spoken where a word stands in a text. */
function mayBe(language: string, text: string, word: string): boolean {
  const at = text.indexOf(word);
  return readLanguages(text).mayBe(language, at, at + word.length);
}

describe('what a place may be in', () => {
  it.each([
    ['de', 'I do not want to die of boredom', 'die', false],
    ['en', 'I do not want to die of boredom', 'die', true],
    ['en', 'Das Zimmer ist hell und sehr schön', 'hell', false],
    ['de', 'Das Zimmer ist hell und sehr schön', 'hell', true],
    ['de', 'What a kind gift it was', 'gift', false],
    ['fr', 'Take a bite of the apple', 'bite', false],
    ['nl', 'The doodle was in my book', 'doodle', false],
    ['de', 'hell', 'hell', true],
    ['en', 'hell', 'hell', true],
    ['en', 'blue sky, hell, red sea', 'hell', true],
    ['ru', 'How do I say привет друг in Russian to my friends', 'друг', true],
    ['zh', '日本では学生が大学に行きます', '学生', false],
    ['ja', '他们说这是大学生的东西', '大学', false],
    ['ja', '大学', '大学', true],
    ['zh', '大学', '大学', true],
    ['en', 'Ich bin müde und will nicht mehr. Shut up yourself, you fool.', 'fool', true],
    ['xx', 'I do not want to die of boredom', 'die', true],
  ])('%s in "%s" at "%s": %s', (language, text, word, expected) => {
    expect(mayBe(language, text, word)).toBe(expected);
  });

  it('is judged by what stands near, not by the whole text', () => {
    const english = 'The keeper climbed the stairs and looked at the sea. '.repeat(40);
    expect(mayBe('de', `${english}Ich will nicht zorb und du auch nicht. ${english}`, 'zorb')).toBe(true);
    expect(mayBe('de', `${english}I do not want the zorb and you too. ${english}`, 'zorb')).toBe(false);
  });

  it('is likely only where something speaks for it', () => {
    const read = readLanguages('zorb. Ich will nicht zorb und du auch nicht.');
    expect(read.isLikely('de', 22, 26)).toBe(true);
    expect(read.isLikely('en', 22, 26)).toBe(false);
    expect(readLanguages('zorb blax').isLikely('de', 0, 4)).toBe(false);
  });

  it('is what the words say in any text made of words of one language', () => {
    const languages = ['en', 'de', 'fr', 'es', 'pl', 'tr', 'ru', 'ar', 'hi', 'sv', 'fi', 'vi'];
    const text = fc.constantFrom(...languages).chain((language) => {
      const words = (COMMON_WORDS[language] ?? '').split(/\s+/);
      return fc.tuple(fc.constant(language), fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }));
    });
    fc.assert(
      fc.property(text, ([language, words]) => {
        const subject = `${words.join(' ')} zorb`;
        expect(readLanguages(subject).mayBe(language, subject.length - 4, subject.length)).toBe(true);
      }),
    );
  });
});

it('reads any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(200), fc.nat(20), (text, start, length) => {
      const read = readLanguages(text);
      const shares = read.spoken.map(({ share }) => share);
      expect([...shares].sort((a, b) => b - a)).toEqual(shares);
      if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
      expect(typeof read.mayBe('en', start, start + length)).toBe('boolean');
    }),
  );
});

it('stays linear', () => {
  for (const unit of ['a.\n', 'der die das. ', '这', "l'", 'é', 'word ']) {
    const text = unit.repeat(60_000);
    const started = performance.now();
    readLanguages(text);
    expect(performance.now() - started, unit).toBeLessThan(2_000);
  }
});
