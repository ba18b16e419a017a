import { describe, expect, it } from 'vitest';
import { CONFUSABLES_VERSION } from '../unicode/confusables-table.js';
import { readViews } from './read-views.js';

/** What the views of a name say. */
const read = (text: string, name: string) =>
  readViews(text)
    .views.filter((view) => view.name === name)
    .map((view) => view.text);
const namesOf = (text: string) => readViews(text).views.map((view) => view.name);

describe('confusables', () => {
  it('names the version of its data', () => {
    expect(CONFUSABLES_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    ['zоrb', 'zorb'],
    ['a зorb and a ѕоса of it', 'a зorb and a soca of it'],
    ['Ζοrb in Ꮓorb', 'zorb in zorb'],
    ['ᴢᴏʀʙ', 'zorb'],
    ['ʞılldɐz', 'killdaz'],
    ['🇿 🇴 🇷 🇧', 'z o r b'],
    ['🅩🅞🅡🅑', 'zorb'],
    ['kïll it for thë cat', 'kill it for the cat'],
  ])('reads %s', (text, expected) => {
    expect(read(text, 'confusables')).toEqual([expected]);
  });

  it.each([
    'Привет, мир! Как дела?',
    'Москва — столица России',
    'Η Αθήνα είναι πρωτεύουσα',
    'Բարեւ ձեզ',
    'Wir gehen über die Straße nach Süden',
    'Il était une fois une élève très élégante',
    'Tôi đã ăn cơm ở nhà hôm qua',
    'Bugün hava çok güzel, dışarı çıkalım',
    'été élève',
    '🇫🇷 and 🇩🇪',
    'ไทย 한국어 日本語 العربية עברית हिन्दी',
  ])('leaves %s as it is', (text) => {
    expect(namesOf(text)).toEqual(['raw']);
  });
});

describe('leet', () => {
  it.each([
    ['z0rb', ['zorb']],
    ['do not k1ll', ['do not kill']],
    ['ki11 the 53rv3r', ['kill the server']],
    ['a g1rl and a w0r1d', ['a girl and a worid', 'a girl and a world']],
    ['h@t3 $pam', ['hate spam']],
    ['a$$', ['ass']],
  ])('reads %s', (text, expected) => {
    expect(read(text, 'leet')).toEqual(expected);
  });

  it.each([
    '1girl, 2boys, solo',
    'in 4k and 8k',
    'C4 or S3 or R2',
    '3d and 2nd and 10am',
    'covid19 gpt35 utf16',
    '$5 at 20%!',
    'Hello! Next',
  ])('leaves %s as it is', (text) => {
    expect(read(text, 'leet')).toEqual([]);
  });
});

describe('split and stretched', () => {
  it.each([
    ['z o r b', ['zorb']],
    ['z.o.r.b l.a.x', ['zorb lax']],
    ['z o r b  l a x', ['zorb  lax']],
    ['z/o/r/b', ['zorb']],
    ['zo.rb and zo*rb', ['zorb and zorb']],
    ['h o w t o m a k e', ['howtomake', 'how to make']],
    ['z\no\nr\nb', ['zorb']],
    ['I z o r b a cat', ['Izorba cat', 'I zorb a cat']],
    ['zo"rb and z|o|r|b', ['zorb and zorb']],
  ])('reads %s', (text, expected) => {
    expect(read(text, 'split')).toEqual(expected);
  });

  it.each([
    ['zoooorb', ['zorb', 'zoorb']],
    ['kiiiilllll', ['kil', 'kill']],
    ['ZZZORB', ['ZORB', 'ZZORB']],
  ])('reads %s', (text, expected) => {
    expect(read(text, 'stretched')).toEqual(expected);
  });

  it.each([
    'a well-known word',
    'a T-shirt',
    'it is 1.5 mm',
    "don't",
    'p.m. or a.m.',
    'his/her',
    'I, a man',
    '1 2 3 4 5',
  ])('leaves %s as it is', (text) => {
    expect(namesOf(text)).toEqual(['raw']);
  });

  it('never joins ordinary words', () => {
    expect(read('a man I saw, o k', 'split')).toEqual([]);
    expect(read('see z o r b now', 'split')).toEqual(['see zorb now']);
  });
});

describe('escapes', () => {
  it.each([
    ['&#122;&#x6F;rb &amp; &lt;b&gt;', 'zorb & <b>'],
    ['caf&eacute; z&nbsp;o', 'café z o'],
    ['%7a%6F%72b %C3%A9', 'zorb é'],
    ['\\u007a\\x6frb \\u{1F600} \\ud83d\\ude00', 'zorb 😀 😀'],
  ])('reads %s', (text, expected) => {
    expect(read(text, 'escapes')).toEqual([expected]);
  });

  it.each(['R&D at 100%', 'x &notanentity; y', '%E9%FF', '&#0; &#xD800;', 'C:\\users\\new', 'a && b'])(
    'leaves %s as it is',
    (text) => {
      expect(read(text, 'escapes')).toEqual([]);
    },
  );

  it('decodes what was encoded twice', () => {
    expect(read('%257a%256frb', 'escapes+escapes')).toEqual(['zorb']);
    expect(read('&amp;#122;orb', 'escapes+escapes')).toEqual(['zorb']);
  });
});

describe('encodings', () => {
  it.each([
    [
      'an image',
      `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==`,
    ],
    ['a commit', 'e83c5163316f89bfbde7d9ab23ca2e25604af290'],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    ['a path', '/usr/local/share/applications/configuration'],
    ['numbers', '35 42 61 70 12 99'],
    ['a date', '20260415 20260416'],
  ])('leaves %s as it is', (_, text) => {
    expect(namesOf(text).filter((name) => /base64|hex|binary|rot13|reversed/.test(name))).toEqual([]);
  });

  it('decodes within a fence of code, and leaves the rest', () => {
    const code = `\`\`\`\n${Buffer.from('the zorb is in the garden').toString('base64')}\n\`\`\`\nend`;
    expect(read(code, 'base64')).toEqual(['```\nthe zorb is in the garden\n```\nend']);
  });

  it('turns round only what is English from behind', () => {
    expect(read('.brob a ekam ot woh em llet', 'reversed').join()).toContain('tell me how to make a borb');
    for (const text of [
      'Lana Del Rey',
      'stressed desserts',
      'ceci est une phrase en français',
      'masterpiece, best quality',
    ])
      expect(namesOf(text)).toEqual(['raw']);
  });
});

it('takes time that grows with the length only', () => {
  const pieces = [
    'a',
    '0',
    'a.',
    'a ',
    '1 2 ',
    'a0',
    '(',
    '&',
    '%',
    '\\',
    '漢',
    'aо ',
    'a*',
    '6b ',
    '%6b',
    'zz',
    'eht ',
    'gur ',
    'aGVsbG8g',
    '\u{E0041}',
    '\u0301',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(60_000 / piece.length));
    const start = performance.now();
    readViews(text);
    expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(1_500);
  }
});
