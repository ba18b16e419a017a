import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelShares } from './label-shares.js';

const certain = (token: string) => ({ token, alternatives: [{ token, logprob: 0 }] });
const among = (...alternatives: [string, number][]) => ({
  token: alternatives[0]?.[0] ?? '',
  alternatives: alternatives.map(([token, share]) => ({ token, logprob: Math.log(share) })),
});

describe('labelShares', () => {
  it('leaves out what is no label, and what could be either', () => {
    const tokens = [among(['unsafe', 0.3], ['safe', 0.1], ['Sure', 0.5], ['', 0.1])];
    expect(labelShares(tokens, '', ['safe', 'unsafe'], 'unsafe')?.[1]).toBeCloseTo(0.75);
    const open = [among(['un', 0.6], ['unsure', 0.2], ['unsafe', 0.2])];
    expect(labelShares(open, '', ['unsure', 'unsafe'], 'unsafe')?.[1]).toBeCloseTo(0.5);
  });

  it('takes the last place of the marker, over the edges of tokens', () => {
    const tokens = ['<sc', 'ore', '>', ' no', '</score>', '\n<', 'score> '].map(certain);
    expect(
      labelShares([...tokens, among([' Yes', 0.8], [' no', 0.2])], '<score>', ['no', 'yes'], 'yes')?.[1],
    ).toBeCloseTo(0.8);
  });

  it('skips quotes and spaces between marker and label', () => {
    const tokens = [certain('{"User Safety":'), certain(' "'), among(['unsafe', 0.9], ['safe', 0.1])];
    expect(labelShares(tokens, 'usersafety:', ['safe', 'unsafe'], 'unsafe')?.[1]).toBeCloseTo(0.9);
  });

  it.each([
    ['no tokens', undefined, ''],
    ['an empty list', [], ''],
    ['no marker', [certain('safe')], 'safety:'],
    ['nothing behind the marker', [certain('Safety:')], 'safety:'],
    ['no alternative that is a label', [certain('Sure')], ''],
    ['a label that is not the one that was read', [certain('unsafe')], ''],
    ['probabilities that are none', [{ token: 'safe', alternatives: [{ token: 'safe', logprob: Number.NaN }] }], ''],
    ['a logprob that no probability has', [{ token: 'safe', alternatives: [{ token: 'safe', logprob: 1e9 }] }], ''],
  ])('says nothing of %s', (_, tokens, marker) => {
    expect(labelShares(tokens, marker, ['safe', 'unsafe'], 'safe')).toBeUndefined();
  });

  it('gives shares that sum to 1', () => {
    const words = fc.constantFrom('safe', 'Safe', ' unsafe', 'un', 'x', '', 'UNSAFE\n');
    const alternatives = fc.array(fc.record({ token: words, logprob: fc.double({ min: -50, max: 0, noNaN: true }) }));
    fc.assert(
      fc.property(alternatives, (all) => {
        const shares = labelShares([{ token: 'safe', alternatives: all }], '', ['safe', 'unsafe'], 'safe');
        if (shares !== undefined) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(shares === undefined).toBe(!all.some(({ token }) => /^safe$/i.test(token)));
      }),
    );
  });
});
