import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileLexicons } from './compile.js';
import { loadLexicon } from './lexicon.js';

const name = 'minors.yaml';
const text = readFileSync(new URL(`../../lexicons/en/${name}`, import.meta.url), 'utf8');
const lexicon = loadLexicon(compileLexicons([{ name, text }]));

function agesIn(subject: string): number[] {
  const years: number[] = [];
  lexicon.scan(
    { view: { name: 'raw', text: subject }, original: subject, stage: 'input', role: 'user' },
    () => 0,
    (age) => years.push(age.years),
  );
  return years;
}

it.each([
  ['my 14 year old cousin', 14],
  ['a 14-year-old', 14],
  ['14yo', 14],
  ['a 12 y/o swimmer', 12],
  ['two 9 year olds', 9],
  ['a fourteen-year-old', 14],
  ['twenty-one years old', 21],
  ['a boy aged 7', 7],
  ['age: 15', 15],
  ['at the age of sixteen', 16],
  ["I'm 14", 14],
  ['i am 16 and I like maths', 16],
  ["she's only 13.", 13],
  ['In the house lives a 14 year old.', 14],
  ['a 40 year old teacher', 40],
])('reads an age: %s', (subject, years) => {
  expect(agesIn(subject)).toEqual([years]);
});

it.each([
  'a 14 year old house',
  'a 14 year old single malt',
  'a 12 year old oak tree',
  'whisky aged 12 years',
  'the company is 14 years old',
  'my car is now 16 years old',
  "I'm 5 minutes away",
  'I am 100% sure',
  "I'm 6'2 tall",
  'a page of 14 lines',
  'in 14 years',
  'version 2.14 years old code',
  'young adult novels',
])('reads no age: %s', (subject) => {
  expect(agesIn(subject)).toEqual([]);
});
