import { AUDIENCES, type Audience, stricterAudience } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf } from './audience.js';

const audience = fc.constantFrom(...AUDIENCES);
const maybe = fc.option(audience, { nil: undefined });
const isLooser = (a: Audience, b: Audience) => stricterAudience(a, b) !== a;
const names = fc.option(fc.subarray(['bank', 'id'], { minLength: 1 }), { nil: undefined });
const policies = fc.record({ methods: names, assurers: names }, { requiredKeys: [] }).map(({ methods, assurers }) => ({
  assurance:
    methods || assurers ? { adult: { ...(methods && { methods }), ...(assurers && { assurers }) } } : undefined,
}));
const claims = fc.option(
  fc.record({
    audience: maybe,
    assured: fc.record({
      issuer: fc.constant('https://id.example'),
      method: fc.constantFrom('bank', 'id', 'guess', null),
      assurer: fc.constantFrom('bank', 'id', null),
    }),
  }),
  { nil: undefined },
);
const principals = fc.record({ audience, claimed: fc.option(audience, { nil: null }) });
const said = fc.record({ principal: principals, claims, policy: policies, asked: fc.array(maybe, { maxLength: 2 }) });

describe('the audience of a request', () => {
  it('is never looser than the bound of its key, whatever claim, header and body say', () => {
    fc.assert(
      fc.property(said, (one) => {
        const { audience: own, claimed } = one.principal;
        const bound = claimed !== null && isLooser(claimed, own) ? claimed : own;
        expect(isLooser(audienceOf(one), bound)).toBe(false);
      }),
    );
  });

  it('is never looser than the key says where no claim says so', () => {
    fc.assert(
      fc.property(said, (one) => {
        const audience = audienceOf({ ...one, claims: undefined });
        expect(isLooser(audience, one.principal.audience)).toBe(false);
      }),
    );
  });

  it('is only made stricter by header and body, and not looser than either', () => {
    fc.assert(
      fc.property(said, (one) => {
        const audience = audienceOf(one);
        expect(isLooser(audience, audienceOf({ ...one, asked: [] }))).toBe(false);
        for (const asked of one.asked) if (asked) expect(isLooser(audience, asked)).toBe(false);
      }),
    );
  });

  it('is adult only with what the policy demands', () => {
    fc.assert(
      fc.property(said, (one) => {
        if (audienceOf(one) !== 'adult') return;
        const { methods, assurers } = one.policy.assurance?.adult ?? {};
        const { method, assurer } = one.claims?.assured ?? { method: null, assurer: null };
        if (methods) expect(methods).toContain(method);
        if (assurers) expect(assurers).toContain(assurer);
      }),
    );
  });

  const assured = { issuer: 'i', method: 'bank', assurer: null };
  const demanding = { assurance: { adult: { methods: ['bank'] } } };
  it.each<[Audience, string, Parameters<typeof audienceOf>[0]]>([
    [
      'adult',
      'an adult claim within the bound',
      {
        principal: { audience: 'unknown', claimed: 'adult' },
        claims: { audience: 'adult', assured },
        policy: demanding,
        asked: [],
      },
    ],
    [
      'unknown',
      'an adult claim without the assurance',
      {
        principal: { audience: 'unknown', claimed: 'adult' },
        claims: { audience: 'adult' },
        policy: demanding,
        asked: [],
      },
    ],
    [
      'child',
      "the same at the key of a children's site",
      {
        principal: { audience: 'child', claimed: 'adult' },
        claims: { audience: 'adult' },
        policy: demanding,
        asked: [],
      },
    ],
    [
      'unknown',
      'an adult key where the policy demands a claim',
      { principal: { audience: 'adult', claimed: null }, policy: demanding, asked: [] },
    ],
    [
      'unknown',
      'an adult claim where the key lets claims give nothing',
      {
        principal: { audience: 'unknown', claimed: null },
        claims: { audience: 'adult', assured },
        policy: {},
        asked: [],
      },
    ],
    [
      'teen',
      'a claim that is stricter than the key',
      {
        principal: { audience: 'adult', claimed: null },
        claims: { audience: 'teen', assured },
        policy: {},
        asked: ['adult'],
      },
    ],
    [
      'child',
      "a claim that does not know, at the key of a children's site",
      {
        principal: { audience: 'child', claimed: 'adult' },
        claims: { audience: 'unknown', assured },
        policy: {},
        asked: [],
      },
    ],
  ])('is %s for %s', (expected, _name, one) => {
    expect(audienceOf(one)).toBe(expected);
  });

  it('is asked for in one of four words', () => {
    const principal = { audience: 'adult', claimed: null } as const;
    for (const asked of ['grown-up', '', 7, null, ['child', 'adult']])
      expect(() => audienceOf({ principal, policy: {}, asked: [asked] })).toThrow('x-tyrian-audience must be one of');
  });
});
