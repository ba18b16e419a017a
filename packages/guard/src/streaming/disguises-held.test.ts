import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISGUISES_OF_TEXTS, DISGUISES_OF_WORDS } from '../../../text/tests/disguise-writers.js';
import { extentsOf, leaksOf } from '../../tests/promise-a.js';
import { lexicon } from '../detectors/lexicon.js';
import { compileLexicons } from '../lexicon/compile.js';

const RULES = `
schemaVersion: 1
language: any
title: Stand-ins
rules:
  - { id: word, hazard: S1, score: 0.9, match: [blaxor] }
  - { id: pair, hazard: S2, score: 0.9, near: [[make], [zorbax, old zorbax lamp]], within: 30 }
`;
const detectors = [lexicon(compileLexicons([{ name: 'a', text: RULES }]))];
const PROSE = 'The keeper climbed the stairs, calm as the tide. ';

/** What only several words together show; what is found then may cut, and no more is promised. */
const UNBOUNDED = new Set(['rot13', 'reversed', 'words reversed']);

describe('a disguise', () => {
  it.each(Object.keys(DISGUISES_OF_WORDS))('of a word is held until it is undone: %s', (name) => {
    const word = DISGUISES_OF_WORDS[name]?.('blaxor') ?? '';
    for (const text of [
      word,
      `${PROSE}Then the ${word} of it. ${PROSE}`,
      `you make ${DISGUISES_OF_WORDS[name]?.('zorbax')} now`,
    ])
      expect(leaksOf(detectors, text), text).toEqual([]);
    expect(extentsOf(detectors, `${PROSE}Then the ${word} of it. ${PROSE}`), 'nothing is found').not.toEqual([]);
  });

  it.each(Object.keys(DISGUISES_OF_TEXTS).filter((name) => !UNBOUNDED.has(name)))(
    'of a text is held until it is undone: %s',
    (name) => {
      const said = DISGUISES_OF_TEXTS[name]?.('they will show how to make a blaxor or an old zorbax lamp') ?? '';
      const text = `${PROSE}Look: ${said} is it. ${PROSE}`;
      expect(extentsOf(detectors, text), 'nothing is found').not.toEqual([]);
      expect(leaksOf(detectors, text), text).toEqual([]);
    },
  );

  it('is undone anywhere in prose, one in the other', () => {
    const words = Object.values(DISGUISES_OF_WORDS);
    const texts = Object.entries(DISGUISES_OF_TEXTS).flatMap(([name, one]) => (UNBOUNDED.has(name) ? [] : [one]));
    const plain = (text: string) => text;
    const near = fc.constantFrom('', 'a b ', 'I ', '0x41 ', 'be 12 ', '--- ', 'x.y ', PROSE);
    fc.assert(
      fc.property(
        near,
        near,
        fc.constantFrom(...words, plain),
        fc.constantFrom(...texts, plain),
        (before, behind, word, whole) => {
          const text = `${before}${whole(`see the ${word('blaxor')} here`)} ${behind}`;
          expect(leaksOf(detectors, text)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
