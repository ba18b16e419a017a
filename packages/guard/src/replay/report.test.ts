import { type GenerationRecord, newId, type Reason, type Signal } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { hazard } from '../../tests/signals.js';
import { createReplayReporter } from './report.js';

const strict = policyWith(
  '  - { id: one, when: { hazard: S1 }, then: refuse }\n  - { id: two, when: { hazard: S10 }, then: hold }',
);
const joined = policyWith('  - { id: both, when: { all: [{ hazard: S1 }, { hazard: S10 }] }, then: refuse }');

function recordOf(more: Partial<GenerationRecord> = {}): GenerationRecord {
  return {
    verdict: newId('verdict'),
    generation: newId('generation'),
    stage: 'input',
    door: 'openai.chat',
    model: 'demo',
    choice: null,
    decision: 'allow',
    proposed: 'allow',
    score: 0,
    audience: 'adult',
    policy: { id: 'old', version: '1.0.0', hash: 'a', mode: 'enforce' },
    reasons: [],
    signals: [],
    coverage: [],
    characters: 10,
    tookMs: 1,
    ...more,
  };
}

const answer = (name: 'S1' | 'S10'): Signal => hazard(name, { stage: 'output', role: 'assistant', place: 'answer' });
const refused: Reason = {
  rule: 'old.rule',
  decision: 'refuse',
  subject: 'S2',
  locked: false,
  enforced: true,
  explanation: 'hazard',
  help: false,
  signals: [],
};

function reportOf(policy: typeof strict, records: readonly (readonly [GenerationRecord, string?])[]) {
  const reporter = createReplayReporter(policy);
  for (const [record, account] of records)
    reporter.add({ subject: account === undefined ? null : { value: account }, payload: JSON.stringify(record) });
  return reporter.report();
}

describe('the report of a replay', () => {
  it('counts checks, generations and accounts apart', () => {
    const generation = newId('generation');
    const report = reportOf(strict, [
      [recordOf({ generation, signals: [hazard('S1')] }), 'ana'],
      [recordOf({ generation, stage: 'output', signals: [answer('S10')] }), 'ana'],
      [recordOf(), 'ben'],
      [recordOf()],
    ]);
    expect(report).toMatchObject({
      records: 4,
      changed: { count: 2, of: 4 },
      generations: { count: 1, of: 3 },
      accounts: { count: 1, of: 2 },
    });
  });

  it('says from what to what, by which rules and about what, with examples', () => {
    const stays = recordOf({ decision: 'refuse', reasons: [refused], signals: [hazard('S1')] });
    const milder = recordOf({ decision: 'refuse', reasons: [refused] });
    const stricter = Array.from({ length: 7 }, () => recordOf({ signals: [hazard('S1'), hazard('S10')] }));
    const report = reportOf(
      strict,
      [stays, milder, ...stricter].map((record) => [record]),
    );
    expect(report.changes).toMatchObject([
      { from: 'allow', to: 'refuse', share: { count: 7, of: 9 } },
      { from: 'refuse', to: 'allow', share: { count: 1 }, examples: [milder.verdict] },
    ]);
    expect(report.changes[0]?.examples).toEqual(stricter.slice(0, 5).map(({ verdict }) => verdict));
    // Holds are off in this policy, so that what would be held is refused.
    expect(report.byRule.map(({ name, count }) => [name, count])).toEqual([
      ['one', 7],
      ['two', 7],
      ['old.rule', 1],
    ]);
    expect(report.byHazard.map(({ name, count }) => [name, count])).toEqual([
      ['S1', 7],
      ['S10', 7],
      ['S2', 1],
    ]);
    expect(report.verdicts).toEqual([milder, ...stricter].map(({ verdict }) => verdict));
  });

  it('looks at an answer together with its prompt, however far apart they are recorded', () => {
    const generation = newId('generation');
    const between = Array.from({ length: 500 }, () => [recordOf()] as const);
    const prompt = recordOf({ generation, signals: [hazard('S1')] });
    const output = recordOf({ generation, stage: 'output', before: 1, signals: [answer('S10')] });
    expect(reportOf(joined, [[prompt], ...between, [output]])).toMatchObject({
      changed: { count: 1 },
      verdicts: [output.verdict],
      inexact: { promptMissing: 0 },
    });
    expect(reportOf(joined, [[output]])).toMatchObject({ changed: { count: 0 }, inexact: { promptMissing: 1 } });
  });

  it('counts what is erased or broken, and what was shortened', () => {
    const reporter = createReplayReporter(strict);
    reporter.add({ subject: null, payload: null });
    reporter.add({ subject: null, payload: '{' });
    reporter.add({ subject: null, payload: '{"verdict":7}' });
    reporter.add({ subject: null, payload: JSON.stringify(recordOf({ truncated: true })) });
    expect(reporter.report()).toMatchObject({ records: 1, unreadable: 3, inexact: { truncated: 1, promptMissing: 0 } });
  });

  it('keeps what became of a decision that people or a cap had changed', () => {
    const holds = policyWith('  - { id: two, when: { hazard: S10 }, then: hold }', 'hold: { enabled: true }');
    const released = recordOf({ decision: 'allow', judged: 'hold', signals: [hazard('S10')] });
    const unseen = recordOf({ signals: [hazard('S10')] });
    expect(reportOf(holds, [[released], [unseen]])).toMatchObject({
      changed: { count: 1, of: 2 },
      changes: [{ from: 'allow', to: 'hold', examples: [unseen.verdict] }],
    });
  });
});
