import { newId, type ScannedRecord, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { mustStay } from './must-stay.js';
import { tellRecord } from './tell-record.js';

const judged = (subject: string | undefined, rule = 'r', decision = 'refuse'): ScannedRecord => ({
  id: newId('record'),
  type: 'generation.input',
  at: 0,
  tenant: TenantId.parse('acme'),
  subject: null,
  payload: JSON.stringify({
    ...{ verdict: 'vrd_1', decision, score: 0.9, signals: [{ name: subject }] },
    reasons: [
      { rule: 'other', decision: 'refuse', subject: 'S1' },
      { rule, decision, subject },
    ],
  }),
});

describe('what a person is told of a record', () => {
  it('is all that it says, where a refusal would say it', () => {
    const told = tellRecord(judged('S10'));
    expect(told).toMatchObject({ at: '1970-01-01T00:00:00.000Z', details: { score: 0.9, reasons: [{}, {}] } });
  });

  it.each([
    ['child safety', judged('S4')],
    ['an attack on the model', judged('prompt-injection')],
    ['a ladder, which may be the silent one', judged(undefined, 'conduct.refuse')],
  ])('looks the same for all that is never explained: %s', (_name, record) => {
    expect(tellRecord(record).details).toEqual({ verdict: 'vrd_1', decision: 'refuse' });
  });

  it('is all of an opinion but which rules had decided', () => {
    const record = {
      ...judged('S4'),
      type: 'feedback.given' as const,
      payload: '{"says":"wrong-refusal","rules":["r"]}',
    };
    expect(tellRecord(record).details).toEqual({ says: 'wrong-refusal' });
  });
});

describe('what the law wants kept', () => {
  it('is what was refused for child safety, and nothing else', () => {
    expect(mustStay(judged('S4'))).toBe(true);
    expect(mustStay(judged('S4', 'r', 'allow'))).toBe(false);
    expect(mustStay(judged('S3'))).toBe(false);
    expect(mustStay({ ...judged('S4'), type: 'feedback.given' })).toBe(false);
    expect(mustStay({ ...judged('S4'), payload: null })).toBe(false);
  });

  it('is an opinion about such a refusal too, whatever the opinion says', () => {
    const opinion = { type: 'feedback.given' as const, payload: '{"says":"wrong-refusal"}' };
    expect(mustStay(opinion, judged('S4'))).toBe(true);
    expect(mustStay(opinion, judged('S10'))).toBe(false);
    expect(mustStay(opinion)).toBe(false);
  });
});
