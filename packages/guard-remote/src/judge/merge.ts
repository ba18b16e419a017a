import type { GuardFinding } from '@tyrian/contracts';
import type { ReadAnswer } from '../families/family.js';

/** One answer for the windows of one question: the highest score, each finding once with its highest, most certain first. */
export function mergeAnswers(answers: readonly ReadAnswer[]): ReadAnswer {
  const scores = new Map<GuardFinding['name'], number>();
  for (const { findings } of answers)
    for (const { name, score } of findings) scores.set(name, Math.max(score, scores.get(name) ?? 0));
  return {
    score: answers.reduce((highest, { score }) => Math.max(highest, score), 0),
    findings: [...scores].map(([name, score]) => ({ name, score })).sort((a, b) => b.score - a.score),
    isGraded: answers.every(({ isGraded }) => isGraded),
  };
}
