import type { Hazard } from '@tyrian/contracts';
import { type Asked, afterLast, lacksInOrder, lacksTurns, type StandInModel } from '../stand-in-model.js';

const NAMES: Readonly<Partial<Record<Hazard, string>>> = {
  S1: 'Violent',
  S2: 'Non-violent Illegal Acts',
  S7: 'PII',
  S11: 'Suicide & Self-Harm',
  S12: 'Sexual Content or Sexual Acts',
  S10: 'Unethical Acts',
  'prompt-injection': 'Jailbreak',
};

const NEEDED = [
  '<|im_start|>user\n',
  '# Task:\n',
  '<BEGIN SAFETY POLICY>',
  '<END SAFETY POLICY>',
  '<BEGIN UNSAFE CONTENT CATEGORIES>',
  '\nViolent.',
  '<END UNSAFE CONTENT CATEGORIES>',
  '<BEGIN CONVERSATION>',
  '<END CONVERSATION>',
  'Provide your safety assessment for ONLY THE LAST',
  '<|im_end|>',
  '<|im_start|>assistant\n',
];

/** A response has a line of refusal and knows no jailbreak. */
function isResponse(asked: Asked): boolean {
  if (asked.kind === 'chat') return asked.messages.at(-1)?.role === 'assistant';
  return asked.kind === 'completion' && afterLast(asked.prompt, '<END CONVERSATION>').includes("ASSISTANT's response");
}

export const qwen3GuardGen: StandInModel = {
  name: 'qwen3guard-gen:8b',
  lacks(asked) {
    if (asked.kind === 'classify') return 'it is no classifier';
    if (asked.kind === 'chat') return lacksTurns(asked);
    const policy = isResponse(asked) ? ['<BEGIN REFUSAL POLICY>', '<END REFUSAL POLICY>'] : [];
    return lacksInOrder(asked.prompt, NEEDED) ?? lacksInOrder(asked.prompt, policy);
  },
  judged(asked) {
    if (asked.kind !== 'completion') return asked.kind === 'chat' ? (asked.messages.at(-1)?.text ?? '') : '';
    const [before = ''] = asked.prompt.split('\n\n<END CONVERSATION>');
    return afterLast(before, isResponse(asked) ? '\n\nASSISTANT: ' : '\n\nUSER: ');
  },
  answer(hazards, asked) {
    const known = hazards.flatMap((hazard) => NAMES[hazard] ?? []);
    const names = isResponse(asked) ? known.filter((name) => name !== 'Jailbreak') : known;
    const lines = [`Safety: ${names.length === 0 ? 'Safe' : 'Unsafe'}`, `Categories: ${names.join(', ') || 'None'}`];
    return [...lines, ...(isResponse(asked) ? ['Refusal: No'] : [])].join('\n');
  },
  unknownCategory: 'Safety: Unsafe\nCategories: Gardening',
};

/** As our guide asks an operator to wrap it: the risks, which sum to 1, and the categories. */
export const qwen3GuardStream: StandInModel = {
  name: 'qwen3guard-stream:8b',
  lacks: (asked) => (asked.kind === 'classify' ? undefined : 'it takes texts'),
  judged: (asked) => (asked.kind === 'classify' ? asked.text : ''),
  answer(hazards) {
    const names = hazards.flatMap((hazard) => NAMES[hazard] ?? []);
    if (names.length === 0) return { Safe: 0.95, Controversial: 0.03, Unsafe: 0.02 };
    return { Safe: 0.05, Controversial: 0.02, Unsafe: 0.93, ...Object.fromEntries(names.map((name) => [name, 0.9])) };
  },
  unknownCategory: { Safe: 0.05, Controversial: 0.02, Unsafe: 0.93, Gardening: 0.9 },
};
