import { Policy } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_POLICIES } from '../../assets.js';
import { parseConfig } from '../../config/config.js';
import { choosePolicy } from '../../library/choose-policy.js';
import { retainedOf } from '../../person/retained-of.js';
import type { Block, Page } from './block.js';
import { factsOf } from './facts.js';
import { modelTerms } from './model-terms.js';
import { toHtml } from './to-html.js';
import { toMarkdown } from './to-markdown.js';
import { usagePage } from './usage-page.js';

const publisher = {
  service: 'Zorb',
  contact: 'help@example.com',
  evidenceDays: 180,
  kept: retainedOf(parseConfig({})),
};
const policyWith = (rules: object[], more: object = {}) =>
  Policy.parse({ schemaVersion: 1, id: 'test', version: '1.0.0', title: 'Test', rules, ...more });
const usage = (name: string) => {
  const { policy, hash } = choosePolicy(name);
  return toMarkdown(usagePage(policy, hash, publisher));
};
const section = (page: string, heading: string) => page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

describe('facts of a policy', () => {
  it('are what the policy decides', () => {
    const { hazards, maturity, gaps } = factsOf(
      policyWith([
        { id: 'a', when: { hazard: 'S1' }, then: 'refuse', mode: 'observe' },
        { id: 'b', when: { hazard: 'secret', stage: 'output' }, then: 'repair' },
        { id: 'c', when: { hazard: 'S9', audience: ['child', 'teen'] }, then: 'hold' },
        { id: 'd', when: { maturity: { axis: 'sexual', atLeast: 3 }, audience: 'teen' }, then: 'refuse' },
        { id: 'e', when: { gap: 'language', audience: 'child' }, then: 'refuse' },
      ]),
    );
    expect(hazards.S1).toEqual({ child: 'refuse', teen: 'refuse', adult: 'refuse' });
    expect(hazards.secret).toEqual({ child: 'repair', teen: 'repair', adult: 'repair' });
    expect(hazards.S9).toEqual({ child: 'refuse', teen: 'refuse', adult: 'allow' });
    expect(maturity.sexual).toEqual({ child: 4, teen: 2, adult: 4 });
    expect(gaps.language).toEqual({ child: 'refuse', teen: 'allow', adult: 'allow' });
  });
});

describe('the usage policy', () => {
  it.each(SHIPPED_POLICIES)(
    'of %s says what is never allowed, what happens, what is kept and how to appeal',
    (name) => {
      const page = usage(name);
      expect(section(page, 'What is never allowed')).toContain('sexualises children');
      for (const heading of ['What happens when something is refused', 'If you need help', 'Consequences', 'Limits'])
        expect(section(page, heading).length, heading).toBeGreaterThan(80);
      expect(section(page, 'What is kept, and for how long')).toContain('180 days');
      expect(section(page, 'If you think that it was wrong')).toContain('help@example.com');
      for (const { id } of choosePolicy(name).policy.rules) expect(section(page, 'Every rule')).toContain(`| ${id} |`);
      expect(page).not.toMatch(/\b(compliant|guarantee|tamper-proof)\b/i);
    },
  );

  it('says whose age has to be found, and how', () => {
    const demanding = policyWith([{ id: 'a', when: { hazard: 'S1' }, then: 'refuse' }], {
      assurance: { adult: { methods: ['bank', 'id-document'], assurers: ['acme-age'] } },
    });
    const page = toMarkdown(usagePage(demanding, 'f'.repeat(64), publisher));
    expect(section(page, 'What depends on who it is for').replace(/\s+/g, ' ')).toContain(
      'Adults are those whose age was found by bank or id-document, as acme-age says.',
    );
  });

  it('differs where the policies do', () => {
    expect(section(usage('open-chat'), 'What depends on who it is for')).toContain(
      '| Sexual content | none | mild only | all degrees |',
    );
    expect(section(usage('children'), 'What depends on who it is for')).toContain(
      '| Sexual content | none | none | none |',
    );
    expect(section(usage('workplace'), 'What is taken out')).toContain('put back into the answer');
    expect(section(usage('image-network'), 'What a person decides')).toContain('After 72 hours');
    expect(usage('open-chat')).not.toContain('## What a person decides');
  });

  it('says where a policy is only tried out', () => {
    const rule = { id: 'a', when: { hazard: 'S1' }, then: 'refuse' };
    const note = (more: object) =>
      usagePage(policyWith([rule], more), 'x', publisher).blocks.find(({ kind }) => kind === 'note');
    expect(note({ mode: 'canary', canaryPercent: 5 })).toMatchObject({ text: expect.stringContaining('5 %') });
    expect(note({ mode: 'observe' })).toMatchObject({ text: expect.stringContaining('for nobody') });
    expect(note({})).toBeUndefined();
  });
});

describe('model terms', () => {
  it.each(SHIPPED_POLICIES)('of %s say that they are a template, and what is asked of whom', (name) => {
    const { policy, hash } = choosePolicy(name);
    const page = toMarkdown(modelTerms(policy, hash, publisher));
    expect(page).toContain('**This is a template, and no legal advice.');
    for (const clause of [
      'What you may not use it for',
      'Age',
      'research in good faith',
      'Consequences',
      'No warranty',
    ])
      expect(page).toMatch(new RegExp(`## \\d+\\. .*${clause}`));
    expect(page).toContain(hash.slice(0, 16));
  });
});

const pageOf = (...blocks: Block[]): Page => ({ title: 'T', lead: 'L', blocks, footer: 'F' });

describe('formats', () => {
  it('let no text become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', '/', '=') }), (said) => {
        const html = toHtml(pageOf({ kind: 'text', text: said }, { kind: 'list', items: [said] }), 'en');
        const body = html.split('<p class="lead">L</p>')[1]?.split('</main>')[0] ?? '';
        expect(body.replace(/<\/?(p|ul|li)>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
    const table: Block = { kind: 'table', caption: 'C', head: ['a|b'], rows: [['x|y']] };
    expect(toMarkdown(pageOf(table))).toContain('| x\\|y |');
    expect(toMarkdown(pageOf({ kind: 'text', text: '<b> *x* [l](u) `c`' }))).toContain('\\<b\\> \\*x\\*');
  });

  it('make a page that stands alone and can be heard', () => {
    const table: Block = { kind: 'table', caption: 'C', head: ['a', 'b'], rows: [['x', 'y']] };
    const html = toHtml(pageOf({ kind: 'heading', text: 'H' }, table), 'en');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<th scope="col">a</th>');
    expect(html).toContain('<th scope="row">x</th><td>y</td>');
    expect(html).toContain('<caption>C</caption>');
    expect(html).toContain('href="#content"');
    expect(html).not.toMatch(/<script|<link|src=|url\(/);
  });

  it('wrap lines and keep every word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 200 }), (words) => {
        const text = toMarkdown(pageOf({ kind: 'list', items: [words.join(' ')] }));
        expect(text.split('\n').every((line) => line.length <= 120)).toBe(true);
        expect(text.split('L\n\n')[1]?.split('\n\n---')[0]?.split(/\s+/).slice(1)).toEqual(words);
      }),
    );
  });
});
