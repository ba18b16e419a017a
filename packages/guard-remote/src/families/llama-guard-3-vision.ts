import { coverageOf } from '../taxonomy/category-table.js';
import { LLAMA_GUARD_3_SMALL } from '../taxonomy/llama-guard.js';
import type { GuardFamily } from './family.js';
import { llamaGuardChat, readLlamaGuard } from './llama-guard.js';

/**
 * Judges a text together with one picture, the last of the conversation; its makers say that it judges neither a
 * picture alone nor a text alone, and that a person who is recognised counts as unsafe under one of its thirteen
 * codes. The prompt is the server's chat template.
 */
export const llamaGuard3Vision: GuardFamily = {
  id: 'llama-guard-3-vision',
  version: '1',
  describe: 'Llama Guard 3 (11B vision): thirteen hazards of a text with one picture, English.',
  source: 'https://github.com/meta-llama/PurpleLlama/blob/main/Llama-Guard3/11B-vision/MODEL_CARD.md',
  licence: 'Llama 3.2 Community License (no rights to the vision model for those in the European Union)',
  stages: ['input', 'output'],
  modalities: ['text', 'image'],
  covers: coverageOf(LLAMA_GUARD_3_SMALL, ['en']),
  windowCharacters: 6000,
  ask: (question) => [llamaGuardChat(question, 'last')],
  read: (replies) => readLlamaGuard(LLAMA_GUARD_3_SMALL, replies),
};
