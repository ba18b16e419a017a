import { describe, expect, it } from 'vitest';
import type { Example } from '../rows/examples.js';
import { exampleCosts } from './example-costs.js';
import { HEAD_PLANS } from './head-plan.js';

const example = (given: Partial<Example>): Example => ({
  label: 1,
  hazards: [],
  kind: 'request',
  source: 'a',
  ...given,
});
const sign = (head: string, given: Partial<Example>) =>
  HEAD_PLANS.find(({ name }) => name === head)?.sign(example(given));

describe('what the heads learn from', () => {
  it.each([
    ['request', {}, 1],
    ['request', { kind: 'jailbreak' }, 1],
    ['request', { kind: 'content' }, 0],
    ['request', { label: null }, 0],
    ['content', { kind: 'content' }, 1],
    ['content', {}, 0],
    ['jailbreak', { kind: 'jailbreak' }, 1],
    ['jailbreak', {}, -1],
    ['s2', { hazards: ['S2', 'S7'] }, 1],
    ['s2', { hazards: ['S7'] }, -1],
    ['s2', {}, 0],
  ] as const)('%s takes %j as %i', (head, given, expected) => {
    expect(sign(head, given)).toBe(expected);
  });

  it.each(HEAD_PLANS.map(({ name }) => name))('%s takes a harmless text for a no', (head) => {
    expect(sign(head, { label: 0, kind: 'benign' })).toBe(-1);
  });

  it('leaves a text out of the heads that it is not said to be harmless to', () => {
    const given = { label: 0, kind: 'benign', negativeFor: ['request', 'jailbreak'] } as const;
    expect(['request', 'jailbreak', 'content', 's10'].map((head) => sign(head, given))).toEqual([-1, -1, 0, 0]);
  });

  it('has no head for what is handled by rules', () => {
    expect(HEAD_PLANS.map(({ name }) => name)).not.toContain('s4');
  });
});

describe('exampleCosts', () => {
  it('lets both answers weigh the same, and no source more than 4,000 rows', () => {
    const examples = Array.from({ length: 9_000 }, (_, row) => example({ source: row < 8_000 ? 'large' : 'small' }));
    const rows = Uint32Array.from(examples.keys());
    const signs = Int8Array.from(examples, (_, row) => (row < 8_500 ? -1 : 1));
    const costs = exampleCosts(examples, rows, signs, 2);
    const total = (from: number, to: number) => costs.subarray(from, to).reduce((sum, cost) => sum + cost, 0);
    expect(total(0, 8_500)).toBeCloseTo(total(8_500, 9_000), 6);
    expect(total(0, 8_000) / total(8_000, 8_500)).toBeCloseTo(4_000 / 500, 6);
    expect(total(0, 9_000)).toBeCloseTo(2 * 5_000, 6);
  });
});
