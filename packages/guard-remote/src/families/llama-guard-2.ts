import { coverageOf } from '../taxonomy/category-table.js';
import { LLAMA_GUARD_2 } from '../taxonomy/llama-guard.js';
import type { GuardFamily } from './family.js';
import { llamaGuardCompletion, llamaGuardPrompt, onlyTheLast, readLlamaGuard } from './llama-guard.js';

// The published names end in a space.
const CATEGORIES = [
  'S1: Violent Crimes. ',
  'S2: Non-Violent Crimes. ',
  'S3: Sex Crimes. ',
  'S4: Child Exploitation. ',
  'S5: Specialized Advice. ',
  'S6: Privacy. ',
  'S7: Intellectual Property. ',
  'S8: Indiscriminate Weapons. ',
  'S9: Hate. ',
  'S10: Self-Harm. ',
  'S11: Sexual Content. ',
];

/** Its codes are not those of Llama Guard 3: S5 is specialised advice, S11 sexual content. */
export const llamaGuard2: GuardFamily = {
  id: 'llama-guard-2',
  version: '1',
  describe: 'Llama Guard 2 (8B): eleven hazards, English.',
  source: 'https://github.com/meta-llama/llama-recipes/blob/main/src/llama_recipes/inference/prompt_format_utils.py',
  licence: 'Meta Llama 3 Community License',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(LLAMA_GUARD_2, ['en']),
  windowCharacters: 6000,
  ask: (question) => [llamaGuardCompletion(`[INST] ${llamaGuardPrompt(question, CATEGORIES, onlyTheLast)} [/INST]`)],
  read: (replies) => readLlamaGuard(LLAMA_GUARD_2, replies),
};
