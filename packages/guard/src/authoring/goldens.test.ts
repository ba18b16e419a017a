import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { defineDetector } from '../detector.js';
import { createPolicyGuard } from '../pipeline/create-guard.js';
import { parseGoldens } from './goldens.js';
import { runGoldens } from './run-goldens.js';

const policy = policyWith(`
  - { id: one, when: { hazard: S1 }, then: refuse, explain: words }
  - { id: two, when: { hazard: S7 }, then: repair, replacement: "[x]" }
  - { id: helped, when: { attribute: help-seeking, role: user }, then: allow, help: true }
  - { id: both, when: { stage: output, all: [{ attribute: fiction }, { hazard: S2 }] }, then: hold }
  - { id: gap, when: { gap: language, language: sw }, then: refuse }`);

/** Sees the stand-in word zorb. */
const zorb = defineDetector({
  id: 'zorb',
  version: '1',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  reach: 4,
  covers: [{ kind: 'hazard', name: 'S1', languages: 'any' }],
  run: (content) => {
    const at = content.modality === 'text' ? content.text.indexOf('zorb') : -1;
    return { signals: at < 0 ? [] : [{ kind: 'hazard', name: 'S1', score: 0.9, spans: [[at, at + 4]], via: ['raw'] }] };
  },
});
const guard = createPolicyGuard({ policy, detectors: [zorb] });
const run = (cases: string) => runGoldens(parseGoldens(`schemaVersion: 1\npolicy: test\ncases:\n${cases}`, 'x'), guard);
const differing = async (cases: string) =>
  (await run(cases)).flatMap(({ differences }) => differences.map(({ field }) => field));

describe('golden tests', () => {
  it('run every stage and audience that a case names', async () => {
    const results = await run(
      '  - { name: a, stage: [input, output], audience: [child, adult], signals: [], expect: allow }',
    );
    expect(results.map(({ stage, audience, decision }) => `${stage} ${audience} ${decision}`)).toEqual([
      'input child allow',
      'input adult allow',
      'output child allow',
      'output adult allow',
    ]);
  });

  it.each([
    '{ name: a, signals: [{ hazard: S1 }], expect: { decision: refuse, rule: one, subject: S1, explain: words, help: false } }',
    '{ name: b, text: a zorb here, expect: { decision: refuse, rule: one } }',
    '{ name: c, text: call me, signals: [{ hazard: S7, at: [5, 7] }], expect: { decision: repair, repaired: "call [x]" } }',
    '{ name: d, signals: [{ attribute: help-seeking }], expect: { decision: allow, help: true, rule: helped } }',
    '{ name: e, signals: [{ attribute: help-seeking }], role: document, expect: { decision: allow, help: false, notRule: [helped, one] } }',
    '{ name: f, stage: output, before: [{ attribute: fiction, place: p }], signals: [{ hazard: S2 }], expect: { decision: refuse, rule: both } }',
    '{ name: g, stage: output, prompt: fine, text: zorb, expect: refuse }',
    '{ name: h, gaps: [{ gap: language, languages: [sw] }], expect: { decision: refuse, rule: gap } }',
    '{ name: i, signals: [{ maturity: sexual, degree: 2 }], expect: { decision: allow, level: mature } }',
  ])('hold: %s', async (one) => {
    expect(await differing(`  - ${one}`)).toEqual([]);
  });

  it.each([
    ['{ name: a, signals: [{ hazard: S1 }], expect: allow }', ['decision']],
    ['{ name: b, signals: [{ hazard: S1 }], expect: { decision: refuse, rule: [one, two] } }', ['rule']],
    ['{ name: c, signals: [{ hazard: S1 }], expect: { decision: refuse, notRule: one } }', ['notRule']],
    ['{ name: d, signals: [{ hazard: S1 }], expect: { decision: refuse, subject: S2 } }', ['subject']],
    ['{ name: e, signals: [{ hazard: S1 }], expect: { decision: refuse, explain: nothing } }', ['explain']],
    ['{ name: f, signals: [{ hazard: S1 }], expect: { decision: refuse, help: true } }', ['help']],
    [
      '{ name: g, text: call me, signals: [{ hazard: S7, at: [0, 4] }], expect: { decision: repair, repaired: call } }',
      ['repaired'],
    ],
    ['{ name: h, signals: [{ maturity: drugs, degree: 1 }], expect: { decision: allow, level: general } }', ['level']],
    ['{ name: i, text: a zorb here, expect: allow }', ['decision']],
  ])('tell what differs: %s', async (one, fields) => {
    expect(await differing(`  - ${one}`)).toEqual(fields);
  });

  it.each([
    ['cases: []', /cases/],
    ['cases: [{ name: a, expect: allow }]', /give a text, signals or gaps/],
    ['cases: [{ name: a, signals: [{ hazard: S1, attribute: minor }], expect: allow }]', /one of hazard/],
    ['cases: [{ name: a, signals: [{ maturity: sexual }], expect: allow }]', /degree/],
    ['cases: [{ name: a, text: x, expect: maybe }]', /expect/],
    ['cases: [', /t\.yaml/],
  ])('are refused where they cannot be read: %s', (text, message) => {
    expect(() => parseGoldens(`schemaVersion: 1\npolicy: p\n${text}`, 't.yaml')).toThrow(
      expect.objectContaining({ code: 'POLICY_TESTS_INVALID', message: expect.stringMatching(message) }),
    );
  });
});
