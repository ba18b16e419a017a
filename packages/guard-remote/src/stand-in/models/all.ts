import type { StandInModel } from '../stand-in-model.js';
import { graniteGuardian3, graniteGuardian4, graniteGuardian33 } from './granite-guardian.js';
import { gptOssSafeguard, policyJudge } from './json-judges.js';
import {
  llamaGuard1,
  llamaGuard2,
  llamaGuard3,
  llamaGuard3Small,
  llamaGuard3Vision,
  llamaGuard4,
} from './llama-guard.js';
import { nemoGuard } from './nemoguard.js';
import { qwen3GuardGen, qwen3GuardStream } from './qwen3guard.js';
import { azureContentSafety, openaiModeration, promptGuard1, promptGuard2 } from './scorers.js';
import { shieldGemma } from './shieldgemma.js';
import { wordJudge } from './word-judge.js';

/** Every family that the stand-in speaks as, under the name that it has with us. */
export const standInModels = {
  'word-judge': wordJudge,
  'llama-guard-1': llamaGuard1,
  'llama-guard-2': llamaGuard2,
  'llama-guard-3': llamaGuard3,
  'llama-guard-3-1b': llamaGuard3Small,
  'llama-guard-3-vision': llamaGuard3Vision,
  'llama-guard-4': llamaGuard4,
  'qwen3guard-gen': qwen3GuardGen,
  'qwen3guard-stream': qwen3GuardStream,
  shieldgemma: shieldGemma,
  'granite-guardian-3': graniteGuardian3,
  'granite-guardian-3.3': graniteGuardian33,
  'granite-guardian-4': graniteGuardian4,
  'gpt-oss-safeguard': gptOssSafeguard,
  'policy-judge': policyJudge,
  nemoguard: nemoGuard,
  'prompt-guard-1': promptGuard1,
  'prompt-guard-2': promptGuard2,
  'openai-moderation': openaiModeration,
  'azure-content-safety': azureContentSafety,
} as const satisfies Readonly<Record<string, StandInModel>>;

export type StandInFamily = keyof typeof standInModels;

export const STAND_IN_FAMILIES = Object.keys(standInModels) as readonly StandInFamily[];
