import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus.js';
import { type JudgedLine, tally, tallyBy } from './tally.js';

describe('a corpus', () => {
  it('is read line by line, without notes', () => {
    expect(
      readCorpus('# a note\n\ncooking\tcock\tCock-a-leekie is a soup.\r\nchat\t-\tGood morning!', 'en', 'x'),
    ).toEqual([
      { language: 'en', domain: 'cooking', term: 'cock', text: 'Cock-a-leekie is a soup.' },
      { language: 'en', domain: 'chat', text: 'Good morning!' },
    ]);
  });

  it.each(['cooking\tno text', 'a\tb\tc\td', 'text alone'])('says which line is wrong: %j', (line) => {
    expect(() => readCorpus(`chat\t-\tHello\n${line}`, 'en', 'en.tsv')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining('en.tsv, line 2') }),
    );
  });
});

describe('a tally', () => {
  const line = (domain: string, decision: JudgedLine['decision'], term?: string): JudgedLine => ({
    language: 'en',
    domain,
    text: 'zorb',
    decision,
    ...(term !== undefined && { term }),
  });
  const lines = [line('b', 'refuse', 'zorb'), line('a', 'hold'), line('a', 'repair'), line('a', 'allow', 'zorb')];

  it('counts what was refused or held as stopped, and repairs apart', () => {
    expect(tally('all', lines)).toMatchObject({ name: 'all', lines: 4, stopped: 2, repaired: 1, rate: { share: 0.5 } });
  });

  it('groups by name, and leaves out what has none', () => {
    expect(tallyBy(lines, ({ domain }) => domain).map(({ name, lines: count }) => [name, count])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(tallyBy(lines, ({ term }) => term)).toMatchObject([{ name: 'zorb', lines: 2, stopped: 1 }]);
  });
});
