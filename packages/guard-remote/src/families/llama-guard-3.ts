import type { GuardQuestion } from '@tyrian/contracts';
import { coverageOf } from '../taxonomy/category-table.js';
import { LLAMA_GUARD_3, LLAMA_GUARD_LANGUAGES } from '../taxonomy/llama-guard.js';
import type { CompletionCall, GuardFamily } from './family.js';
import { llamaGuardCompletion, llamaGuardPrompt, onlyTheLast, readLlamaGuard } from './llama-guard.js';

const CATEGORIES = [
  'S1: Violent Crimes.',
  'S2: Non-Violent Crimes.',
  'S3: Sex Crimes.',
  'S4: Child Exploitation.',
  'S5: Defamation.',
  'S6: Specialized Advice.',
  'S7: Privacy.',
  'S8: Intellectual Property.',
  'S9: Indiscriminate Weapons.',
  'S10: Hate.',
  'S11: Self-Harm.',
  'S12: Sexual Content.',
  'S13: Elections.',
  'S14: Code Interpreter Abuse.',
];

/**
 * The prompt as the model's chat template writes it, with the first so many categories.
 *
 * The model then begins with an empty line, which is why the label is looked for in the first word.
 *
 * @param ends what stands between the prompt and the token that ends it: the template of the 1B model has a space.
 */
export function llamaGuard3Call(question: GuardQuestion, categories: number, ends: '' | ' '): CompletionCall {
  const prompt = llamaGuardPrompt(question, CATEGORIES.slice(0, categories), onlyTheLast);
  return llamaGuardCompletion(
    `<|start_header_id|>user<|end_header_id|>\n\n${prompt}${ends}<|eot_id|><|start_header_id|>assistant<|end_header_id|>`,
  );
}

export const llamaGuard3: GuardFamily = {
  id: 'llama-guard-3',
  version: '1',
  describe: 'Llama Guard 3 (8B): fourteen hazards, eight languages.',
  source: 'https://www.llama.com/docs/model-cards-and-prompt-formats/llama-guard-3/',
  licence: 'Llama 3.1 Community License',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(LLAMA_GUARD_3, LLAMA_GUARD_LANGUAGES),
  windowCharacters: 6000,
  ask: (question) => [llamaGuard3Call(question, 14, '')],
  read: (replies) => readLlamaGuard(LLAMA_GUARD_3, replies),
};
