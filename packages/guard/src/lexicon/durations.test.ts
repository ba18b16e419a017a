import { readViews } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { compileLexicons } from './compile.js';
import { loadLexicon } from './lexicon.js';

const AGES = `{ numbers: { doce: 12, treinta: 30 }, after: [años], before: [edad], statements: [tengo], clauseWords: [años],
  things: [vino], copulas: [tiene], breaks: [en], durations: [hace, hace casi, durante, después, de garantía] }`;
const lexicon = loadLexicon(
  compileLexicons([{ name: 'x.yaml', text: `schemaVersion: 1\nlanguage: es\ntitle: X\nages: ${AGES}\n` }]),
);

function agesIn(text: string): number[] {
  const ages: number[] = [];
  const [raw] = readViews(text).views;
  if (raw === undefined) throw new Error('there is always a raw view');
  lexicon.scan(
    { view: raw, original: text, stage: 'input', role: 'user' },
    () => 0,
    ({ years }) => ages.push(years),
  );
  return ages;
}

describe('a bare number of years', () => {
  it.each([
    'hace 12 años',
    'hace doce años',
    'hace casi 12 años',
    'durante 12 años',
    '12 años después',
    'son 12 años de garantía',
  ])('is no age beside a word of duration: %s', (text) => {
    expect(agesIn(text)).toEqual([]);
  });

  it.each(['una niña de 12 años', 'a los doce años', 'hace frío. Una niña de 12 años', '12 años. Después se fue'])(
    'is an age without one right beside it: %s',
    (text) => {
      expect(agesIn(text)).toContain(12);
    },
  );
});
