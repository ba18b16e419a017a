import { type LegalScope, newId, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { coverOf, verdictIn } from './cover.js';

const tenant = TenantId.parse('acme');
const verdict = newId('verdict');
const scope = (fields: Partial<LegalScope>): LegalScope => ({
  tenant,
  person: null,
  verdicts: [],
  since: null,
  until: null,
  ...fields,
});
const ana = { tenant, kind: 'account' as const, names: ['ana-1', 'ana-2'] };
const thing = { tenant, at: 100, subject: null, verdict: null };

describe('the holds that stand', () => {
  it('cover a person under every pseudonym, and named verdicts, of their tenant', () => {
    const cover = coverOf([scope({ person: ana, verdicts: [verdict] })]);
    expect(cover.covers({ ...thing, subject: 'ana-2' })).toBe(true);
    expect(cover.covers({ ...thing, subject: 'ben-1' })).toBe(false);
    expect(cover.covers({ ...thing, verdict })).toBe(true);
    expect(cover.covers({ ...thing, tenant: 'other', subject: 'ana-2' })).toBe(false);
    expect(cover.covers(thing)).toBe(false);
  });

  it('cover no more than their time, and all of it where they name nobody', () => {
    const bounded = coverOf([scope({ person: ana, since: 100, until: 200 })]);
    const at = (time: number) => bounded.covers({ ...thing, at: time, subject: 'ana-1' });
    expect([at(99), at(100), at(200), at(201)]).toEqual([false, true, true, false]);
    expect(coverOf([scope({ since: 100 })]).covers(thing)).toBe(true);
    expect(coverOf([]).covers(thing)).toBe(false);
  });

  it('reads the verdict out of a payload, never out of a string in it', () => {
    expect(verdictIn(JSON.stringify({ verdict, score: 1 }))).toBe(verdict);
    expect(verdictIn(JSON.stringify({ said: `"verdict":"${verdict}"` }))).toBeNull();
    expect(verdictIn(null)).toBeNull();
  });
});
