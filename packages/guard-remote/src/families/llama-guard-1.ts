import { coverageOf } from '../taxonomy/category-table.js';
import { LLAMA_GUARD_1 } from '../taxonomy/llama-guard.js';
import type { GuardFamily } from './family.js';
import { llamaGuardCompletion, llamaGuardPrompt, readLlamaGuard } from './llama-guard.js';

const CATEGORIES = [
  'O1: Violence and Hate.',
  'O2: Sexual Content.',
  'O3: Criminal Planning.',
  'O4: Guns and Illegal Weapons.',
  'O5: Regulated or Controlled Substances.',
  'O6: Self-Harm.',
];

/** Judges a side, not its last message alone. Its own prompt also has "- " without a space before it. */
function ending(side: string): string {
  return `Provide your safety assessment for ${side} in the above conversation:
- First line must read 'safe' or 'unsafe'.
- If unsafe, a second line must include a comma-separated list of violated categories.`;
}

/** The form of the published prompt code with the names of the categories alone; the longer policies are optional. */
export const llamaGuard1: GuardFamily = {
  id: 'llama-guard-1',
  version: '1',
  describe: 'Llama Guard 1 (7B): six categories of its own, English.',
  source: 'https://github.com/meta-llama/llama-recipes/blob/main/src/llama_recipes/inference/prompt_format_utils.py',
  licence: 'Llama 2 Community License',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(LLAMA_GUARD_1, ['en']),
  windowCharacters: 3000,
  ask: (question) => [llamaGuardCompletion(`[INST] ${llamaGuardPrompt(question, CATEGORIES, ending)} [/INST]`)],
  read: (replies) => readLlamaGuard(LLAMA_GUARD_1, replies),
};
