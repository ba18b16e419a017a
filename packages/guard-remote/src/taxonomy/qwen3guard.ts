import type { CategoryTable } from './category-table.js';

/** Categories of a response. */
export const QWEN3GUARD_RESPONSE: CategoryTable = {
  violent: 'S1',
  'non-violent illegal acts': 'S2',
  'sexual content or sexual acts': 'S12',
  pii: 'S7',
  'suicide & self-harm': 'S11',
  // Bias, insult, harassment and hate, among much that is wrong and not unlawful; hate is the nearest.
  'unethical acts': 'S10',
  // False claims about governments, history and public figures; elections are the nearest.
  'politically sensitive topics': 'S13',
  'copyright violation': 'S8',
};

/** Categories of a prompt. */
export const QWEN3GUARD_PROMPT: CategoryTable = { ...QWEN3GUARD_RESPONSE, jailbreak: 'prompt-injection' };
