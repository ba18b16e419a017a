import { newId, type Reason, type Signal, type Verdict } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../fields/reading.js';
import { moderationResult } from './result.js';

const at = {
  place: 'input',
  role: 'user',
  stage: 'input',
  spans: [] as [number, number][],
  via: ['raw'],
  detector: 'd',
  version: '1',
} as const;
const policy = {
  bands: { default: { controversial: 0.5, unsafe: 0.8 } },
  strictness: { child: 'strict', teen: 'strict', adult: 'loose' },
  unknownAudience: 'teen',
} as Parameters<typeof moderationResult>[2];

function resultOf(signals: Signal[], reasons: Partial<Reason>[], audience: Verdict['audience'] = 'adult') {
  const verdict = { id: newId('verdict'), signals, reasons, coverage: [], audience } as object as Verdict;
  const contents = [{ modality: 'text', place: 'input', role: 'user', stage: 'input', text: 'x' }];
  return moderationResult(verdict, { contents } as object as Reading, policy);
}

describe('moderationResult', () => {
  it('flags what a rule composed, though no single signal says it', () => {
    const signals: Signal[] = [
      { kind: 'attribute', name: 'minor', score: 0.9, ...at },
      { kind: 'maturity', name: 'sexual', degree: 2, score: 0.85, ...at },
    ];
    const composed = { subject: 'S4' as const, decision: 'refuse' as const, signals: [0, 1] };
    expect(resultOf(signals, [composed])).toMatchObject({
      flagged: true,
      categories: { 'sexual/minors': true },
      category_scores: { 'sexual/minors': 0.9 },
    });
    expect(resultOf(signals, []).categories['sexual/minors']).toBe(false);
    expect(resultOf(signals, [{ ...composed, decision: 'allow' }]).categories['sexual/minors']).toBe(false);
  });

  it('reads a score in between as the audience asks for', () => {
    const signals: Signal[] = [{ kind: 'hazard', name: 'S10', score: 0.6, ...at }];
    expect(resultOf(signals, [], 'adult').flagged).toBe(false);
    expect(resultOf(signals, [], 'unknown').categories.hate).toBe(true);
  });
});
