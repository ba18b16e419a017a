import type { GuardFamily } from './family.js';
import { gptOssSafeguard } from './gpt-oss-safeguard.js';
import { graniteGuardian3 } from './granite-guardian-3.js';
import { graniteGuardian33 } from './granite-guardian-3-3.js';
import { graniteGuardian4 } from './granite-guardian-4.js';
import { llamaGuard1 } from './llama-guard-1.js';
import { llamaGuard2 } from './llama-guard-2.js';
import { llamaGuard3 } from './llama-guard-3.js';
import { llamaGuard3Small } from './llama-guard-3-1b.js';
import { llamaGuard3Vision } from './llama-guard-3-vision.js';
import { llamaGuard4 } from './llama-guard-4.js';
import { azureContentSafety, openaiModeration } from './moderation-services.js';
import { nemoGuard } from './nemoguard.js';
import { policyJudge } from './policy-judge.js';
import { promptGuard1, promptGuard2 } from './prompt-guard.js';
import { qwen3GuardGen } from './qwen3guard-gen.js';
import { qwen3GuardStream } from './qwen3guard-stream.js';
import { shieldGemma } from './shieldgemma.js';

const ALL: readonly GuardFamily[] = [
  llamaGuard1,
  llamaGuard2,
  llamaGuard3,
  llamaGuard3Small,
  llamaGuard3Vision,
  llamaGuard4,
  qwen3GuardGen,
  qwen3GuardStream,
  shieldGemma,
  graniteGuardian3,
  graniteGuardian33,
  graniteGuardian4,
  gptOssSafeguard,
  policyJudge,
  nemoGuard,
  promptGuard1,
  promptGuard2,
  openaiModeration,
  azureContentSafety,
];

/**
 * Every family of guard models by its id.
 *
 * @example
 * const family = families.get('llama-guard-3');
 */
export const families: ReadonlyMap<string, GuardFamily> = new Map(ALL.map((family) => [family.id, family]));
