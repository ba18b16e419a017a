import type { Hazard } from '@tyrian/contracts';
import { afterLast, lacksInOrder, type StandInModel } from '../stand-in-model.js';

/** What each policy, by its published name, forbids of what the stand-in knows. */
const POLICIES: Readonly<Record<string, readonly Hazard[]>> = {
  'No Dangerous Content': ['S1', 'S9', 'S11'],
  'No Harassment': ['S10'],
  'No Hate Speech': ['S10'],
  'No Sexually Explicit Information': ['S12'],
};

const SIDES = ['Human Question', 'Chatbot Response'];
const ENDS = ['Our safety principle is defined in the below:', "Your answer must start with 'Yes' or 'No'."];

function policyOf(prompt: string): readonly Hazard[] | undefined {
  const principle = afterLast(prompt, ENDS[0] ?? '');
  return Object.entries(POLICIES).find(([name]) => principle.startsWith(`\n\n* "${name}": `))?.[1];
}

export const shieldGemma: StandInModel = {
  name: 'shieldgemma:9b',
  lacks(asked) {
    if (asked.kind !== 'completion') return 'it takes whole prompts';
    const turns = asked.prompt.split('<start_of_turn>\n').slice(1);
    const isInOrder =
      turns.length > 0 &&
      turns.every((turn, at) => turn.startsWith(`${SIDES[at]}: `) && turn.split('<end_of_turn>').length === 2);
    if (!isInOrder) return 'the prompt must hold a question, or a question and its answer';
    if (policyOf(asked.prompt) === undefined) return 'the prompt names no policy';
    return lacksInOrder(asked.prompt, ENDS);
  },
  judged(asked) {
    if (asked.kind !== 'completion') return '';
    return afterLast(asked.prompt, '<start_of_turn>').split('<end_of_turn>')[0] ?? '';
  },
  answer(hazards, asked) {
    const policy = (asked.kind === 'completion' && policyOf(asked.prompt)) || [];
    return hazards.some((hazard) => policy.includes(hazard)) ? 'Yes' : 'No';
  },
  unknownCategory: 'Perhaps',
};
