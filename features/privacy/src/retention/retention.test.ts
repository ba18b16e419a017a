import { RECORD_KINDS, Retention } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { expiryOf } from './expiry.js';
import { retainedBy } from './retained.js';

const DAY = 24 * 3_600_000;

describe('what is due', () => {
  it('is what is older than the days of its kind', () => {
    const now = 5_000 * DAY;
    const { rules, casesBefore } = expiryOf(Retention.parse({ failures: 7, cases: 10 }), now);
    expect(rules.map(({ name, before }) => [name, (now - before) / DAY])).toEqual([
      ['judgements', 365],
      ['failures', 7],
      ['feedback', 730],
      ['cases', 10],
      ['sessions', 365],
    ]);
    expect((now - casesBefore) / DAY).toBe(10);
    expect(rules[1]).toMatchObject({ why: 'older than 7 days', types: ['request.rejected', 'upstream.failed'] });
  });
});

describe('what is kept', () => {
  it('names every kind, what it is, why, and for how long', () => {
    const rows = retainedBy(Retention.parse({}), 30);
    for (const kind of [...RECORD_KINDS, 'conduct', 'administration'])
      expect(rows.map((row) => row.kind)).toContain(kind);
    for (const kind of Object.keys(Retention.parse({}).evidence))
      expect(rows.map((row) => row.kind)).toContain(`evidence.${kind}`);
    for (const row of rows) expect([row.what.length > 10, row.why.length > 10]).toEqual([true, true]);
    expect(rows.find(({ kind }) => kind === 'conduct')?.days).toBe(30);
    expect(rows.find(({ kind }) => kind === 'administration')?.days).toBeNull();
  });

  it('gives the purpose of the operator where they say one, and no ladders where there are none', () => {
    const rows = retainedBy(Retention.parse({ why: { evidence: 'the order of 1 May', feedback: 'ours' } }), null);
    const of = (kind: string) => rows.find((row) => row.kind === kind)?.why;
    expect([of('evidence.hold'), of('feedback')]).toEqual(['the order of 1 May', 'ours']);
    expect(of('conduct')).toBeUndefined();
  });
});
