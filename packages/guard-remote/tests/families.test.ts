import { HAZARDS, Hazard, Role, type TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { families } from '../src/families/families.js';
import type { ModelReply } from '../src/families/family.js';
import { gptOssSafeguardBy } from '../src/families/gpt-oss-safeguard.js';
import { policyJudgeBy } from '../src/families/policy-judge.js';

const asked = { stage: 'input', turns: [{ role: 'user', text: 'zorblax' }] } as const;

const words = fc.constantFrom(
  ...[
    'safe',
    'unsafe',
    'Unsafe',
    '\n',
    ',',
    ' ',
    'S1',
    'O3',
    'S14',
    'S15',
    'yes',
    'no',
    '<score>',
    '</score>',
    '<think>',
  ],
  ...[
    '</think>',
    'Safety:',
    'Categories:',
    'None',
    'Violent',
    '{"verdict": "safe", "hazards": []}',
    '{',
    '}',
    '"',
    'zorblax',
  ],
  '{"User Safety": "unsafe", "Safety Categories": "Violence"}',
);
const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
const scores = fc.dictionary(fc.constantFrom('LABEL_0', 'LABEL_1', 'Hate', 'hate', 'Safe', 'x'), fc.double());
const reply: fc.Arbitrary<ModelReply> = fc.oneof(
  text.map((each) => ({ kind: 'text', text: each }) as const),
  scores.map((each) => ({ kind: 'scores', scores: each }) as const),
);

describe.each([...families.values()])('$id', (family) => {
  it('tells what it is', () => {
    expect(family.source).toMatch(/^(https:\/\/|docs\/)/);
    expect(family.licence).not.toBe('');
    expect(family.describe).toMatch(/\.$/);
    expect(family.version).toMatch(/^\d+$/);
    expect(family.windowCharacters).toBeGreaterThanOrEqual(1000);
    expect(family.covers.length).toBeGreaterThan(0);
    expect(new Set(family.covers.map(({ name }) => name)).size).toBe(family.covers.length);
    for (const { name } of family.covers) expect(Object.keys(HAZARDS)).toContain(name);
  });

  it('asks of every role at every stage that it knows', () => {
    for (const stage of family.stages) {
      for (const role of Role.options) {
        expect(family.ask({ stage, turns: [{ role, text: 'zorblax' }] }).length).toBeGreaterThan(0);
      }
    }
  });

  it('never throws at a reply; what it reads is a score and hazards that it covers, none above the whole', () => {
    const covered = family.covers.map(({ name }) => name);
    const calls = family.ask(asked).length;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(reply, { maxLength: 5 }),
          reply.map((each) => Array(calls).fill(each)),
        ),
        (replies) => {
          const answer = family.read(replies, asked);
          if (answer === undefined) return;
          expect(answer.score).toBeGreaterThanOrEqual(0);
          expect(answer.score).toBeLessThanOrEqual(1);
          for (const { name, score } of answer.findings) {
            expect(covered).toContain(Hazard.parse(name));
            expect(score).toBeLessThanOrEqual(answer.score);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe.each([
  ['policy-judge', policyJudgeBy],
  ['gpt-oss-safeguard', gptOssSafeguardBy],
] as const)('%s by a policy of its operator', (id, judgeBy) => {
  const own = judgeBy({ policy: 'S1: zorblaxing' });

  it('gives the judge that policy in place of ours, and has another version', () => {
    const [call] = own.ask(asked);
    expect(call).toMatchObject({ kind: 'chat', messages: [{ role: 'system' }, { role: 'user' }] });
    expect(JSON.stringify(call)).toContain('# Policy\\nS1: zorblaxing\\n\\n# Answer');
    expect(own.id).toBe(id);
    expect(own.version).toMatch(/^1\.[0-9a-f]{8}$/);
    expect(judgeBy({ policy: 'S1: quibnarking' }).version).not.toBe(own.version);
  });

  it.each(['', ' \n', 'x'.repeat(20_001)])('refuses a policy that is empty or too long', (policy) => {
    let thrown: unknown;
    try {
      judgeBy({ policy });
    } catch (error) {
      thrown = error;
    }
    expect((thrown as TyrianError).code).toBe('GUARD_MODEL_INVALID');
    expect((thrown as TyrianError).message).not.toContain('xxx');
  });
});

it('asks gpt-oss-safeguard to think as hard as it is told', () => {
  expect(gptOssSafeguardBy({ reasoningEffort: 'high' }).ask(asked)[0]).toMatchObject({ reasoningEffort: 'high' });
});
