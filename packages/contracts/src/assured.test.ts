import { describe, expect, it } from 'vitest';
import { AssuranceDemand, Assured, isAssured } from './assured.js';

const assured = { issuer: 'https://id.example', method: 'id-document', assurer: 'acme-age' };

describe('an assurance', () => {
  it.each<[boolean, AssuranceDemand | undefined, Assured | undefined]>([
    [true, undefined, undefined],
    [true, undefined, assured],
    [false, { methods: ['id-document'] }, undefined],
    [true, { methods: ['bank', 'id-document'] }, assured],
    [false, { methods: ['bank'] }, assured],
    [false, { methods: ['id-document'] }, { ...assured, method: null }],
    [true, { assurers: ['acme-age'] }, { ...assured, method: null }],
    [false, { methods: ['id-document'], assurers: ['other'] }, assured],
    [true, { methods: ['id-document'], assurers: ['acme-age'] }, assured],
  ])('is %s enough for %j with %j', (enough, demand, given) => {
    expect(isAssured(given, demand)).toBe(enough);
  });

  it('is said in short names, never in a sentence', () => {
    expect(Assured.safeParse(assured).success).toBe(true);
    for (const method of ['a sentence about somebody', '', 'x'.repeat(65)])
      expect(Assured.safeParse({ ...assured, method }).success).toBe(false);
  });

  it('is demanded by at least one name', () => {
    for (const demand of [{}, { methods: [] }, { methods: ['a'], names: ['b'] }])
      expect(AssuranceDemand.safeParse(demand).success).toBe(false);
  });
});
