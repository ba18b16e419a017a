import type { Role, Stage } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicons } from '../src/lexicon/compile.js';
import { loadLexicon } from '../src/lexicon/lexicon.js';

/** Compiles files of stand-in words and tells what their rules find: rule, words, score. */
function scanner(...bodies: string[]) {
  const head = 'schemaVersion: 1\nlanguage: en\ntitle: Test\n';
  const lexicon = loadLexicon(
    compileLexicons(bodies.map((body, index) => ({ name: `${index}.yaml`, text: head + body }))),
  );
  return (text: string, stage: Stage = 'input', role: Role = 'user') => {
    const seen: { rule: string; words: string; score: number }[] = [];
    const view = { name: 'raw', text };
    const none = () => undefined;
    lexicon.scan(
      { view, original: text, stage, role },
      ({ id }, pieces, score) => {
        seen.push({ rule: id, score, words: pieces.map(([start, end]) => text.slice(start, end)).join('+') });
        return 0;
      },
      none,
    );
    return seen;
  };
}
const rule = (fields: string) => scanner(`rules: [{ id: r, hazard: S1, score: 0.8, ${fields} }]`);
const wordsIn = (seen: { words: string }[]) => seen.map(({ words }) => words);
const gap = (length: number) => `,${'x'.repeat(length - 2)},`;

describe('terms', () => {
  const scan = rule('match: [zorb, zorb cake, wig-wag]');

  it.each(['zorb', 'ZORB', 'Zorb.', '(zorb)', '"zorb"', 'a zorb', 'zorb, then', 'zorb\n', '#zorb', "zorb's"])(
    'stand in a text as a word: %j',
    (text) => {
      expect(wordsIn(scan(text)).map((words) => words.toLowerCase())).toContain('zorb');
    },
  );

  it.each(['zorbs', 'azorb', 'zor b', 'zo-rb', 'zorb1', 'z0rb'])('stand in no longer word: %j', (text) => {
    expect(scan(text)).toEqual([]);
  });

  it.each(['zorb cake', 'zorb-cake', 'zorb  cake', 'zorb\tcake', 'zorb\ncake', 'zorb_cake'])(
    'take any separator for a space: %j',
    (text) => {
      expect(wordsIn(scan(text))).toContain(text);
    },
  );

  it.each(['wig-wag', 'wig wag', 'wigwag', 'WigWag'])('may go without their hyphen: %j', (text) => {
    expect(wordsIn(scan(text))).toEqual([text]);
  });
});

describe('distance', () => {
  it.each([4, 10, 61, 400])('counts the characters between two pieces: within %d', (within) => {
    const scan = rule(`near: [[blax], [zorb]], within: ${within}`);
    expect(scan(`blax${gap(within)}zorb`)).toHaveLength(1);
    expect(scan(`zorb${gap(within)}blax`)).toHaveLength(1);
    expect(scan(`blax${gap(within + 1)}zorb`)).toEqual([]);
    expect(scan(`zorb${gap(within + 1)}blax`)).toEqual([]);
  });

  it('is sixty where the rule says nothing', () => {
    const scan = rule('near: [[blax], [zorb]]');
    expect(scan(`blax${gap(60)}zorb`)).toHaveLength(1);
    expect(scan(`blax${gap(61)}zorb`)).toEqual([]);
  });

  it('is taken from the last list, which the rule is about, to each of the others', () => {
    const scan = rule('near: [[blax], [quux], [zorb]], within: 10');
    expect(wordsIn(scan(`blax${gap(10)}zorb${gap(10)}quux`))).toEqual(['blax+zorb+quux']);
    expect(scan(`zorb${gap(10)}blax${gap(10)}quux`)).toEqual([]);
    expect(scan('blax and zorb')).toEqual([]);
  });

  it('takes the nearest of several, on whichever side', () => {
    const scan = rule('near: [[blax, quux], [zorb]], within: 30');
    expect(wordsIn(scan('blax, and so zorb quux'))).toEqual(['zorb+quux']);
    expect(wordsIn(scan('blax zorb, and so quux'))).toEqual(['blax+zorb']);
  });

  it('agrees with a search through all triples', () => {
    const scan = rule('near: [[blax], [quux], [zorb]], within: 12, scope: content');
    const token = fc.constantFrom('blax', 'quux', 'zorb', 'xx', 'yyyyyy', '. ');
    fc.assert(
      fc.property(fc.array(token, { maxLength: 16 }), (tokens) => {
        const text = tokens.join(' ');
        const at = (word: string) => [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => index);
        const isNear = (a: number, b: number) => Math.abs(a - b) - 4 <= 12;
        const found = at('zorb').filter(
          (zorb) => at('blax').some((one) => isNear(one, zorb)) && at('quux').some((one) => isNear(one, zorb)),
        );
        expect(scan(text)).toHaveLength(found.length);
      }),
    );
  });
});

describe('order', () => {
  const scan = rule('near: [[blax], [quux], [zorb]], within: 10, ordered: true');

  it('is that of the rule, each within reach of the next', () => {
    expect(wordsIn(scan(`blax${gap(10)}quux${gap(10)}zorb`))).toEqual(['blax+quux+zorb']);
    expect(scan(`blax${gap(11)}quux${gap(10)}zorb`)).toEqual([]);
    expect(scan(`blax${gap(10)}quux${gap(11)}zorb`)).toEqual([]);
  });

  it.each(['blax zorb quux', 'quux blax zorb', 'zorb quux blax', 'quux zorb blax'])('is not %s', (text) => {
    expect(scan(text)).toEqual([]);
  });

  it('lets no piece stand in two places', () => {
    const twice = rule('near: [[zorb], [zorb]], within: 10, ordered: true');
    expect(twice('zorb')).toEqual([]);
    expect(twice('zorb zorb')).toHaveLength(1);
  });
});

describe('sentences', () => {
  const near = (text: string) => rule('near: [[blax], [zorb]], within: 40')(text).length > 0;

  it.each(['blax. zorb', 'blax! Zorb', 'blax? "zorb"', 'blax.\nzorb', 'blax\n\nzorb', 'blax。zorb', 'blax… no. zorb'])(
    'end between the pieces: %j',
    (text) => {
      expect(near(text)).toBe(false);
    },
  );

  it.each(['blax, zorb', 'blax; zorb', 'blax\nzorb', 'blax e.g.zorb', 'blax 1.5 zorb', 'blax: zorb', 'blax (zorb)'])(
    'go on between the pieces: %j',
    (text) => {
      expect(near(text)).toBe(true);
    },
  );

  it('do not matter to a rule about the whole content', () => {
    expect(rule('near: [[blax], [zorb]], within: 40, scope: content')('blax. Then.\n\nZorb')).toHaveLength(1);
  });
});

describe('context', () => {
  const scan = rule('near: [[blax], [zorb]], unless: [museum/n], soften: [story], contextWithin: 10');

  it('counts from the outermost pieces, to either side', () => {
    for (const inside of [`museum${gap(10)}blax zorb`, `blax zorb${gap(10)}museums`]) expect(scan(inside)).toEqual([]);
    for (const outside of [`museum${gap(12)}blax zorb`, `blax zorb${gap(12)}museums`])
      expect(scan(outside)).toHaveLength(1);
  });

  it('may stand between the pieces, and in another sentence', () => {
    expect(scan('blax in a museum, zorb')).toEqual([]);
    expect(scan('blax zorb. Museum!')).toEqual([]);
  });

  it('weakens what it does not take away, and takes away what it would weaken', () => {
    expect(scan('a story: blax zorb')).toMatchObject([{ score: 0.8 * 0.6 }]);
    expect(scan('blax zorb')).toMatchObject([{ score: 0.8 }]);
    expect(scan('a story: blax zorb museum')).toEqual([]);
  });

  it('excuses the finding that it stands near, and no other', () => {
    expect(scan(`blax zorb museum ${'and so on '.repeat(10)}blax zorb`)).toHaveLength(1);
  });

  it('may be a group that other rules look for', () => {
    const shared = scanner(
      "groups: { places: [museum] }\nrules: [{ id: a, hazard: S1, score: 0.8, match: [zorb], unless: '@places' }, { id: b, attribute: art, score: 0.7, match: '@places' }]",
    );
    expect(shared('zorb in a museum')).toEqual([{ rule: 'b', words: 'museum', score: 0.7 }]);
  });
});

describe('carve-outs', () => {
  const body = (carveOuts: string) =>
    `rules: [{ id: r, hazard: S1, score: 0.8, near: [[blax], [zorb, zorb cake]], unless: [museum] }]\ncarveOuts: [${carveOuts}]`;

  it('take away what they overlap, wherever it stands in them', () => {
    const scan = scanner(body('zorb day, day of zorb, not a zorb but'));
    for (const text of ['blax zorb day', 'blax day of zorb', 'blax not a zorb but']) expect(scan(text)).toEqual([]);
    expect(wordsIn(scan('blax zorb day zorb'))).toEqual(['blax+zorb']);
  });

  it('take away nothing that is longer than they are, or as long', () => {
    expect(wordsIn(scanner(body('zorb'))('blax zorb'))).toEqual(['blax+zorb']);
    expect(wordsIn(scanner(body('cake zorb'))('blax zorb cake'))).toContain('blax+zorb cake');
  });

  it('take away the other pieces and the excuses of a rule too', () => {
    expect(scanner(body('blax beer'))('blax beer and zorb')).toEqual([]);
    expect(scanner(body('museum shop'))('blax zorb in the museum shop')).toHaveLength(1);
  });

  it('hold over all files of a lexicon', () => {
    const scan = scanner('rules: [{ id: r, hazard: S1, score: 0.8, match: [zorb] }]', 'carveOuts: [zorb day/n]');
    expect(scan('zorb days')).toEqual([]);
    expect(scan('zorb')).toHaveLength(1);
  });
});

describe('where a rule holds', () => {
  it.each<[string, Stage, Role, boolean]>([
    ['stages: [input]', 'input', 'user', true],
    ['stages: [input]', 'output', 'assistant', false],
    ['stages: [output]', 'output', 'assistant', true],
    ['stages: [input, output]', 'output', 'assistant', true],
    ['roles: [user, document]', 'input', 'document', true],
    ['roles: [user, document]', 'input', 'system', false],
    ['roles: [definition]', 'input', 'definition', true],
    ['stages: [output], roles: [user]', 'input', 'user', false],
  ])('%s holds at %s for %s: %s', (fields, stage, role, holds) => {
    expect(rule(`match: [zorb], ${fields}`)('zorb', stage, role)).toHaveLength(holds ? 1 : 0);
  });

  it('is everywhere where it says nothing, and each rule answers for itself', () => {
    const scan = scanner(
      'rules: [{ id: a, hazard: S1, score: 0.8, match: [zorb] }, { id: b, maturity: drugs, degree: 2, score: 0.5, match: [zorb], stages: [output] }]',
    );
    expect(scan('zorb', 'input', 'tool').map((seen) => seen.rule)).toEqual(['a']);
    expect(scan('zorb', 'output', 'assistant').map((seen) => seen.rule)).toEqual(['a', 'b']);
  });
});

it('leaves nothing behind from one text to the next', () => {
  const scan = rule('near: [[blax], [zorb]], unless: [museum]');
  const texts = ['blax zorb', 'blax', 'zorb', 'museum', 'blax zorb museum', ''];
  const alone = texts.map((text) => rule('near: [[blax], [zorb]], unless: [museum]')(text));
  expect([...texts, ...texts].map((text) => scan(text))).toEqual([...alone, ...alone]);
});
