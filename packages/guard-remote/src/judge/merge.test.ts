import { expect, it } from 'vitest';
import { costOf } from './cost.js';
import { mergeAnswers } from './merge.js';

it('brings windows together: the highest score, each finding once', () => {
  const merged = mergeAnswers([
    { score: 0.2, findings: [{ name: 'S1', score: 0.2 }], isGraded: true },
    {
      score: 0.9,
      findings: [
        { name: 'S2', score: 0.9 },
        { name: 'S1', score: 0.6 },
      ],
      isGraded: true,
    },
    { score: 0.6, findings: [{ name: 'S1', score: 0.5 }], isGraded: false },
  ]);
  expect(merged).toEqual({
    score: 0.9,
    findings: [
      { name: 'S2', score: 0.9 },
      { name: 'S1', score: 0.6 },
    ],
    isGraded: false,
  });
});

it('adds up what the calls of a question took, in the prices that were given', () => {
  const reply = { kind: 'text', text: 'safe', usage: { promptTokens: 1_000, completionTokens: 10 } } as const;
  const replies = [reply, reply, { kind: 'text', text: 'safe' } as const, { kind: 'scores', scores: {} } as const];
  const taken = { calls: 5, promptTokens: 2_000, completionTokens: 20 };
  expect(costOf(5, replies, {})).toEqual({ ...taken, money: 0 });
  const prices = { perCall: 0.01, perMillionPromptTokens: 3, perMillionCompletionTokens: 50 };
  expect(costOf(5, replies, prices)).toEqual({ ...taken, money: expect.closeTo(0.05 + 0.006 + 0.001) });
});
