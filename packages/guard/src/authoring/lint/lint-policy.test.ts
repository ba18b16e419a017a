import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedYaml } from '../../../tests/shipped.js';
import { parseGoldens } from '../goldens.js';
import { lintPolicy } from './lint-policy.js';

const HEAD = 'schemaVersion: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\n';
const TITLED = 'title: T, explain: hazard';
const goldensFor = (...rules: string[]) =>
  parseGoldens(
    `schemaVersion: 1\npolicy: mine\ncases: [{ name: a, signals: [], expect: { decision: allow, rule: [${rules.join()}] } }]`,
    'mine',
  );

/** Codes that are found, with the rule and the line, apart from what every unfinished policy gets. */
function lint(rules: string, head = '', ids: readonly string[] = ['a', 'b']) {
  const yaml = `${HEAD}${head}rules:\n${rules}`;
  return lintPolicy({ yaml, name: 'mine.yaml', source: shippedYaml, goldens: goldensFor(...ids) })
    .filter(({ code }) => code !== 'hazard-without-rule')
    .map(({ severity, code, rule, line }) => [severity, code, rule, line]);
}
const rule = (more: string, id = 'a') => `  - { id: ${id}, ${TITLED}, ${more} }`;

describe('lintPolicy', () => {
  it('has nothing against a rule that does what it says', () => {
    expect(lint(rule('when: { hazard: S1 }, then: refuse'))).toEqual([]);
  });

  it('says where an assurance of adults decides nothing', () => {
    const demand = 'assurance: { adult: { methods: [bank] } }\n';
    const alike = 'unknownAudience: teen\nstrictness: { teen: strict, adult: strict }\n';
    const hint = ['hint', 'assurance-without-effect', undefined, undefined];
    expect(lint(rule('when: { hazard: S1 }, then: refuse'), demand)).toEqual([]);
    expect(lint(rule('when: { hazard: S1, audience: teen }, then: refuse'), demand + alike)).toEqual([]);
    const found = lint(rule('when: { hazard: S1 }, then: refuse'), demand + alike);
    // The core's rules name no audience.
    expect(found).toEqual([hint]);
  });

  it.each([
    [
      'an audience inside another one',
      'when: { audience: adult, all: [{ hazard: S1, audience: child }] }, then: refuse',
    ],
    ['a role inside another one', 'when: { role: tool, all: [{ hazard: S1, role: user }] }, then: refuse'],
    ['a role that its stage has not', 'when: { stage: output, role: user, hazard: S1 }, then: refuse'],
    ['an excuse that is what it asks for', 'when: { hazard: S1, not: { hazard: S1 } }, then: refuse, atLeast: 0.5'],
    [
      'one content that has two roles',
      'when: { within: content, all: [{ hazard: S1, role: user }, { hazard: S2, role: tool }] }, then: refuse',
    ],
  ])('finds a rule that can never fire: %s', (_what, text) => {
    expect(lint(rule(text))).toEqual([['error', 'never-fires', 'a', 6]]);
  });

  it('says so of no rule that needs a prompt and its answer', () => {
    const composed = 'when: { stage: output, all: [{ hazard: S1, role: user }, { hazard: S2 }] }, then: refuse';
    expect(lint(rule(composed))).toEqual([]);
  });

  it.each([
    ['dead-branch', 'when: { audience: adult, any: [{ hazard: S1 }, { hazard: S2, audience: child }] }, then: refuse'],
    [
      'unreachable-audience',
      'when: { audience: adult, any: [{ hazard: S1, audience: [adult, child] }] }, then: refuse',
    ],
    ['unreachable-role', 'when: { hazard: S1, stage: output, role: [assistant, user] }, then: refuse'],
    ['fires-always', 'when: { audience: child }, then: refuse'],
    ['narrows-nothing', 'when: { hazard: S1, any: [{ role: user }, { hazard: S2 }] }, then: refuse'],
    ['no-effect', 'when: { hazard: S1 }, then: allow'],
    ['hold-is-off', 'when: { hazard: S1 }, then: hold'],
    ['excuse-without-bounds', 'when: { hazard: S1, not: { attribute: news } }, then: refuse'],
    ['missing-subject', 'when: { attribute: fiction }, then: refuse'],
  ])('warns: %s', (code, text) => {
    expect(lint(rule(text))).toContainEqual(['warning', code, 'a', 6]);
  });

  it('takes a repair of what leaves nothing to take out for an error', () => {
    for (const when of ['{ attribute: fiction }', '{ gap: language }'])
      expect(lint(rule(`subject: S1, when: ${when}, then: repair`))).toEqual([['error', 'repairs-nothing', 'a', 6]]);
  });

  it('hints at a rule that explains nothing to anybody', () => {
    expect(lint('  - { id: a, when: { hazard: S1 }, then: refuse }')).toEqual([
      ['hint', 'missing-title', 'a', 6],
      ['hint', 'missing-explain', 'a', 6],
    ]);
  });

  it.each([
    ['a wider one', rule('when: { hazard: [S1, S2] }, then: refuse', 'b')],
    ['a more severe one', rule('when: { hazard: S1 }, then: refuse', 'b')],
    ['one with a lower threshold', rule('when: { hazard: S1 }, then: refuse, atLeast: 0.2', 'b')],
    [
      'two that share its audiences',
      `${rule('when: { hazard: S1, audience: [child, teen, unknown] }, then: refuse', 'b')}\n${rule('when: { hazard: S1, audience: adult }, then: refuse', 'c')}`,
    ],
  ])('finds a rule that is shadowed by %s', (_what, other) => {
    const found = lint(`${rule('when: { hazard: S1 }, then: repair')}\n${other}`, '', ['a', 'b', 'c']);
    expect(found).toEqual([['warning', 'shadowed', 'a', 6]]);
  });

  it.each([
    ['its rival is milder', rule('when: { hazard: S1 }, then: repair', 'b')],
    ['its rival only watches', rule('when: { hazard: S1 }, then: refuse, mode: observe', 'b')],
    [
      'its rival can be excused',
      rule('when: { hazard: S1, not: { attribute: news, within: content } }, then: refuse', 'b'),
    ],
    ['its rival knows one role', rule('when: { hazard: S1, role: user }, then: refuse', 'b')],
    [
      'its rival tells more',
      rule('when: { hazard: S1 }, then: refuse', 'b').replace('explain: hazard', 'explain: words'),
    ],
  ])('does not call a rule shadowed where %s', (_what, other) => {
    const codes = lint(`${rule('when: { hazard: S1 }, then: refuse')}\n${other}`).map(
      ([, code, id]) => `${code} ${id}`,
    );
    expect(codes).not.toContain('shadowed a');
  });

  it('does not call a rule shadowed that reaches further', () => {
    const near = 'all: [{ hazard: S1 }, { attribute: fiction }], within';
    expect(
      lint(
        `${rule(`subject: S1, when: { ${near}: 50 }, then: refuse`)}\n${rule(`subject: S1, when: { ${near}: 20 }, then: refuse`, 'b')}`,
      ),
    ).toEqual([['warning', 'shadowed', 'b', 7]]);
  });

  it('tells where a policy lets through more than the one that it extends', () => {
    const softer = rule('when: { hazard: S8 }, then: repair', 'piracy');
    expect(lint(softer, 'extends: open-chat\n', ['piracy'])).toContainEqual(['warning', 'loosens-base', 'piracy', 7]);
    expect(lint(rule('when: { hazard: [S6, S8] }, then: refuse'), 'extends: open-chat\n')).toEqual([]);
    const looser = lint(
      rule('when: { hazard: S6 }, then: refuse'),
      'extends: open-chat\nstrictness: { child: loose }\n',
    );
    expect(looser).toEqual([['warning', 'loosens-base', undefined, undefined]]);
  });

  it('refuses to load what loosens a locked rule', () => {
    expect(lint(rule('when: { hazard: S4 }, then: allow', 'child-safety.request'))).toEqual([
      ['error', 'loosens-locked', undefined, undefined],
    ]);
  });

  it('wants a golden test for every rule, and insists on it for locked ones', () => {
    const locked = rule('when: { hazard: S1 }, then: refuse, atLeast: 0.5, locked: true');
    expect(lint(locked, '', ['other'])).toEqual([['error', 'locked-untested', 'a', 6]]);
    expect(lint(rule('when: { hazard: S1 }, then: refuse'), '', ['other'])).toEqual([['hint', 'untested', 'a', 6]]);
    const yaml = `${HEAD}rules:\n${rule('when: { hazard: S1 }, then: refuse')}`;
    expect(lintPolicy({ yaml, name: 'm', source: shippedYaml }).map(({ code }) => code)).toContain('no-tests');
  });

  it('finds a band that nobody reads', () => {
    const bands = 'bands: { default: { controversial: 0.5, unsafe: 0.8 }, S9: { controversial: 0.1, unsafe: 0.2 } }\n';
    expect(lint(rule('when: { hazard: S1 }, then: refuse'), bands)).toEqual([
      ['warning', 'unused-band', undefined, undefined],
    ]);
  });

  it('says in which line what is wrong, and what was meant', () => {
    const yaml = `${HEAD}rules:\n  - id: a\n    when: { hazrd: S1 }\n    then: refus\n  - id: b\n    when: { hazard: [S1, S99] }\n    then: refuse`;
    const found = lintPolicy({ yaml, name: 'm', source: shippedYaml });
    expect(found.map(({ code, line, todo }) => [code, line, todo.slice(0, 27)])).toEqual([
      ['unknown-field', 7, 'Did you mean hazard?'],
      ['wrong-value', 8, 'Did you mean refuse?'],
      ['wrong-value', 10, 'Say one of: S1, S2, S3, S4,'],
    ]);
    const broken = lintPolicy({ yaml: `${HEAD}rules: [`, name: 'm', source: shippedYaml });
    expect(broken).toMatchObject([{ code: 'does-not-load', severity: 'error' }]);
  });

  it.each(['core', 'open-chat', 'children', 'image-network', 'workplace'])('has no error in the shipped %s', (name) => {
    const yaml = readFileSync(new URL(`../../../policies/tests/${name}.yaml`, import.meta.url), 'utf8');
    const goldens = parseGoldens(yaml, name);
    const found = lintPolicy({ yaml: shippedYaml(name) ?? '', name, source: shippedYaml, goldens });
    const codes = found
      .filter(({ code }) => code !== 'hazard-without-rule')
      .map(({ code, rule: id }) => `${code} ${id}`);
    // Signs of hatred in history and news are held, where open-chat refuses them: meant so.
    expect(codes).toEqual(name === 'image-network' ? ['loosens-base hate'] : []);
  });
});
