import { describe, expect, it } from 'vitest';
import { RECORD_TYPES } from './record.js';
import { RECORD_TYPES_OF, Retention } from './retention.js';

describe('retention', () => {
  it('has a default for everything', () => {
    expect(Retention.parse({})).toMatchObject({ appeal: 180, judgements: 365, evidence: { refusal: 180, sample: 30 } });
  });

  it('never lets evidence go before the time to appeal is over', () => {
    expect(Retention.safeParse({ appeal: 30, evidence: { refusal: 30, hold: 30 } }).success).toBe(true);
    const tooShort = Retention.safeParse({ appeal: 31, evidence: { refusal: 30, hold: 31 } });
    expect(tooShort.error?.issues.map(({ path }) => path.join('.'))).toEqual(['evidence.refusal']);
  });

  it('keeps judgements as long as evidence is found through them', () => {
    expect(Retention.safeParse({ judgements: 364 }).success).toBe(false);
    expect(Retention.safeParse({ judgements: 0 }).success).toBe(false);
    expect(Retention.safeParse({ records: 9 }).success).toBe(false);
  });

  it('puts each type of record into one kind at most, and never what explains an erasure or a legal step', () => {
    const all = Object.values(RECORD_TYPES_OF).flat();
    expect(new Set(all).size).toBe(all.length);
    const staying = RECORD_TYPES.filter((type) => !all.includes(type));
    expect(staying).toEqual(
      expect.arrayContaining(['record.erased', 'person.erased', 'legal-hold.set', 'key.created']),
    );
  });
});
