import { errors, type GuardQuestion } from '@tyrian/contracts';
import type { GuardFamily } from '../families/family.js';

/** Half of a character that has no other half. Some servers fail on it, so that a text could make one look broken. */
const LONE_HALF = /\p{Surrogate}/gu;

/**
 * The question as it may be asked: halves of characters replaced, one for one. Throws GUARD_MODEL_INVALID for a question
 * that the family would answer without having looked at what is judged.
 */
export function soundQuestion(id: string, family: GuardFamily, question: GuardQuestion): GuardQuestion {
  const judged = question.turns.at(-1);
  if (judged === undefined) throw errors.GUARD_MODEL_INVALID([id, 'a question without a turn']);
  if (!family.stages.includes(question.stage))
    throw errors.GUARD_MODEL_INVALID([id, `${family.id} does not judge ${question.stage}`]);
  if (judged.media !== undefined && !family.modalities.includes('image'))
    throw errors.GUARD_MODEL_INVALID([id, `${family.id} takes no pictures`]);
  return {
    ...question,
    turns: question.turns.map((turn) => ({ ...turn, text: turn.text.replace(LONE_HALF, '\ufffd') })),
  };
}
