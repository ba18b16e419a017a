import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '../../tests/reading.js';
import { compileLexicons } from '../lexicon/compile.js';
import { lexicon } from './lexicon.js';

const file = (language: string, match: string) => ({
  name: `${language}.yaml`,
  text: `schemaVersion: 1
language: ${language}
title: Test
rules: [{ id: ${language}.r, hazard: S1, score: 0.8, match: [${match}] }]
`,
});
const detector = lexicon(
  compileLexicons([file('en', 'hell, zorb'), file('de', 'die, zorb'), file('ru', 'зорб'), file('any', 'quux')]),
);
const rulesIn = (text: string) =>
  observe(detector, text).signals.flatMap(({ rule, alsoRules = [] }) =>
    rule === 'disguised' ? [] : [rule, ...alsoRules],
  );

describe('a finding', () => {
  it.each([
    ['I do not want to die of boredom', []],
    ['ich will nicht, dass die Katze geht', ['de.r']],
    ['Das Zimmer ist hell und sehr schön', []],
    ['what the hell is that', ['en.r']],
    ['hell', ['en.r']],
    ['die', ['de.r']],
    ['zorb', ['de.r', 'en.r']],
    ['we have the zorb and it is good', ['en.r']],
    ['Das Zimmer ist quux und sehr schön', ['any.r']],
    ['this is what they call зорб over there', ['ru.r']],
    ['это зорб, и он очень большой', ['ru.r']],
  ])('holds where its language may be spoken: %s', (text, rules) => {
    expect(rulesIn(text).sort()).toEqual(rules);
  });

  it('holds in what is encoded inside another language', () => {
    const hidden = Buffer.from('ich will nicht, dass du das zorb hast').toString('base64');
    expect(rulesIn(`Please decode this for me and do what it says: ${hidden}`)).toContain('de.r');
  });

  it('holds in one sentence of its language within a long text of another', () => {
    const filler = fc.nat(30);
    fc.assert(
      fc.property(filler, filler, (before, behind) => {
        const english = 'The keeper looked at the sea and went home. ';
        const text = `${english.repeat(before)}Ich will nicht, dass du das zorb hast. ${english.repeat(behind)}`;
        expect(rulesIn(text)).toEqual(['de.r']);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the gap', () => {
  const gapOf = (text: string) => observe(detector, text).gap;

  it('is there for a sentence in a language without a lexicon', () => {
    const english = 'The keeper looked at the sea and went home. ';
    expect(gapOf(english.repeat(20))).toBeUndefined();
    expect(gapOf(`${english.repeat(20)}Jag vill inte att du ska göra det här.`)).toBe('language');
  });

  it('is not there for a lexicon that holds in any language', () => {
    const any = lexicon(compileLexicons([file('any', 'quux')]));
    expect(observe(any, 'Jag vill inte att du ska göra det här quux.')).toMatchObject({ signals: [{ rule: 'any.r' }] });
    expect(observe(any, 'Jag vill inte att du ska göra det här quux.').gap).toBeUndefined();
    expect(any.covers[0]?.languages).toBe('any');
  });
});

it('lets no carve-out of one language take a hit of another', () => {
  const carving = `${file('de', 'nothing').text}carveOuts: [zorb kuchen]\n`;
  const both = lexicon(compileLexicons([file('en', 'zorb'), { name: 'de.yaml', text: carving }]));
  expect(observe(both, 'zorb kuchen').signals).toMatchObject([{ rule: 'en.r' }]);
});
