import { Rule } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { conditionWords, scopeWords } from './condition-words.js';

const rule = (when: object) => Rule.parse({ id: 'a', when, then: 'refuse' });

describe('a condition in words', () => {
  it.each([
    [{ hazard: ['S1', 'S9'] }, 'S1 violent crimes or S9 indiscriminate weapons'],
    [{ maturity: { axis: 'sexual', atLeast: 2 } }, 'sexual of degree 2 or more'],
    [
      { hazard: 'S11', not: { attribute: 'help-seeking', within: 'content' } },
      'S11 suicide and self-harm, unless help-seeking, in one text',
    ],
    [
      { within: 120, all: [{ attribute: 'minor' }, { hazard: 'S12' }] },
      'minor together with S12 sexual content, within 120 characters',
    ],
    [{ any: [{ hazard: 'S1' }, { attribute: 'art', role: 'tool' }] }, 'S1 violent crimes, or art, said by tool'],
    [{ hazard: 'personal-data', rule: ['card', 'iban'], detector: 'd' }, 'personal data, seen as card or iban, by d'],
    [
      { gap: 'language', language: 'sw', unseen: 'S9' },
      'a language that nothing here understands in sw where S9 indiscriminate weapons goes unseen',
    ],
    [{}, 'everything'],
  ])('%j', (when, words) => {
    expect(conditionWords(rule(when).when)).toBe(words);
  });

  it('says whom and where', () => {
    expect(scopeWords(rule({ hazard: 'S1' }))).toBe('for everyone');
    expect(scopeWords(rule({ hazard: 'S1', audience: ['teen', 'child'], stage: 'output' }))).toBe(
      'for teenagers or children, in answers',
    );
  });
});
