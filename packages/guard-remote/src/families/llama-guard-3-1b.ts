import { coverageOf } from '../taxonomy/category-table.js';
import { LLAMA_GUARD_3_SMALL, LLAMA_GUARD_LANGUAGES } from '../taxonomy/llama-guard.js';
import type { GuardFamily } from './family.js';
import { readLlamaGuard } from './llama-guard.js';
import { llamaGuard3Call } from './llama-guard-3.js';

/** The prompt of the 8B model without its last category, which this one was not taught. */
export const llamaGuard3Small: GuardFamily = {
  id: 'llama-guard-3-1b',
  version: '1',
  describe: 'Llama Guard 3 (1B): thirteen hazards, eight languages, small enough for a CPU.',
  source: 'https://github.com/meta-llama/PurpleLlama/blob/main/Llama-Guard3/1B/MODEL_CARD.md',
  licence: 'Llama 3.2 Community License',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(LLAMA_GUARD_3_SMALL, LLAMA_GUARD_LANGUAGES),
  windowCharacters: 6000,
  ask: (question) => [llamaGuard3Call(question, 13, ' ')],
  read: (replies) => readLlamaGuard(LLAMA_GUARD_3_SMALL, replies),
};
