import type { Hazard } from '@tyrian/contracts';
import { z } from 'zod';
import { type Asked, lacksInOrder, lacksTurns, type StandInModel } from '../stand-in-model.js';

const RISKS: Readonly<Record<string, Hazard | undefined>> = {
  violence: 'S1',
  unethical_behavior: 'S2',
  social_bias: 'S10',
  sexual_content: 'S12',
  jailbreak: 'prompt-injection',
};

/** Words by which it knows what a criterion of version 4, which is free text, is about. */
const CRITERION_WORDS: readonly (readonly [string, Hazard])[] = [
  ['physical harm', 'S1'],
  ['against the law', 'S2'],
  ['prejudice', 'S10'],
  ['sexually', 'S12'],
  ['override', 'prompt-injection'],
];

const GUARDIAN = ['<guardian>', '### Criteria: ', '### Scoring Schema: ', "return 'yes'; otherwise, return 'no'."];

/** The risk that a chat template is told, under the name that a version gives it; by Ollama as the system message. */
function riskOf(asked: Asked, key: string): Hazard | undefined {
  const [first] = asked.kind === 'chat' ? asked.messages : [];
  if (first?.role === 'system') return RISKS[first.text];
  const config = asked.kind === 'chat' ? asked.templateArguments.guardian_config : undefined;
  const name = z.record(z.string(), z.unknown()).safeParse(config).data?.[key];
  return typeof name === 'string' ? RISKS[name] : undefined;
}

function byArgument(name: string, key: string, say: (isRisk: boolean) => string): StandInModel {
  return {
    name,
    lacks(asked) {
      if (asked.kind !== 'chat') return 'it takes chats';
      return riskOf(asked, key) === undefined
        ? `guardian_config.${key} is missing or unknown`
        : lacksTurns(withoutSystem(asked));
    },
    judged: (asked) => (asked.kind === 'chat' ? (asked.messages.at(-1)?.text ?? '') : ''),
    answer: (hazards, asked) => say(hazards.some((hazard) => hazard === riskOf(asked, key))),
    unknownCategory: 'Perhaps',
  };
}

function withoutSystem(asked: Extract<Asked, { kind: 'chat' }>): typeof asked {
  return { ...asked, messages: asked.messages.filter(({ role }) => role !== 'system') };
}

function criterionOf(asked: Asked): Hazard | undefined {
  const text = asked.kind === 'chat' ? (asked.messages.at(-1)?.text ?? '') : '';
  return CRITERION_WORDS.find(([word]) => text.includes(word))?.[1];
}

const score = (isRisk: boolean): string => `<score> ${isRisk ? 'yes' : 'no'} </score>`;

export const graniteGuardian3: StandInModel = byArgument(
  'granite3-guardian:8b',
  'risk_name',
  (isRisk) => `${isRisk ? 'Yes' : 'No'}\n<confidence> High </confidence>`,
);
export const graniteGuardian33: StandInModel = byArgument('granite3.3-guardian:8b', 'criteria_id', score);

export const graniteGuardian4: StandInModel = {
  name: 'granite4.1-guardian:8b',
  lacks(asked) {
    if (asked.kind !== 'chat') return 'it takes chats';
    const last = asked.messages.at(-1)?.text ?? '';
    const others = asked.messages.slice(0, -1).map(({ text }) => text);
    if (others.length === 0) return 'there is nothing to judge before the block of the guardian';
    if (others.some((text) => text.includes('<guardian>'))) return 'there is a second block of the guardian';
    return (
      lacksInOrder(last, GUARDIAN) ?? (criterionOf(asked) === undefined ? 'the criterion is unknown here' : undefined)
    );
  },
  judged: (asked) => (asked.kind === 'chat' ? (asked.messages.at(-2)?.text ?? '') : ''),
  answer: (hazards, asked) => `<think>\n</think>\n${score(hazards.some((hazard) => hazard === criterionOf(asked)))}`,
  unknownCategory: '<think>\n</think>\n<score> perhaps </score>',
};
