import { coverageOf } from '../taxonomy/category-table.js';
import { LLAMA_GUARD_3, LLAMA_GUARD_LANGUAGES } from '../taxonomy/llama-guard.js';
import type { GuardFamily } from './family.js';
import { llamaGuardChat, readLlamaGuard } from './llama-guard.js';

/**
 * Judges texts with any number of pictures (tested by its makers with about three), not pictures alone. The prompt is
 * the server's chat template. S14 is for texts alone, and languages other than English are named for texts alone.
 */
export const llamaGuard4: GuardFamily = {
  id: 'llama-guard-4',
  version: '1',
  describe: 'Llama Guard 4 (12B): fourteen hazards of texts and pictures, eight languages.',
  source: 'https://github.com/meta-llama/PurpleLlama/blob/main/Llama-Guard4/12B/MODEL_CARD.md',
  licence: 'Llama 4 Community License (no rights to the multimodal model for those in the European Union)',
  stages: ['input', 'output'],
  modalities: ['text', 'image'],
  covers: coverageOf(LLAMA_GUARD_3, LLAMA_GUARD_LANGUAGES),
  windowCharacters: 6000,
  ask: (question) => [llamaGuardChat(question, 'all')],
  read: (replies) => readLlamaGuard(LLAMA_GUARD_3, replies),
};
