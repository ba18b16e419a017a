import { expect, it } from 'vitest';
import { recogniseFamily } from './recognise.js';

it.each([
  ['llama-guard3:8b', 'llama-guard-3'],
  ['llama-guard3:1b-q3_K_S', 'llama-guard-3-1b'],
  ['meta-llama/Llama-Guard-3-8B', 'llama-guard-3'],
  ['meta-llama/Llama-Guard-3-1B-INT4', 'llama-guard-3-1b'],
  ['meta-llama/Llama-Guard-3-11B-Vision', 'llama-guard-3-vision'],
  ['meta-llama/Llama-Guard-4-12B', 'llama-guard-4'],
  ['meta-llama/Meta-Llama-Guard-2-8B', 'llama-guard-2'],
  ['meta-llama/LlamaGuard-7b', 'llama-guard-1'],
  ['meta-llama/Prompt-Guard-86M', 'prompt-guard-1'],
  ['meta-llama/Llama-Prompt-Guard-2-22M', 'prompt-guard-2'],
  ['Qwen/Qwen3Guard-Gen-0.6B', 'qwen3guard-gen'],
  ['someone/qwen3guard:4b', 'qwen3guard-gen'],
  ['shieldgemma:2b', 'shieldgemma'],
  ['google/shieldgemma-9b', 'shieldgemma'],
  ['granite3-guardian:8b', 'granite-guardian-3'],
  ['ibm/granite3.2-guardian:5b', 'granite-guardian-3'],
  ['ibm-granite/granite-guardian-3.1-2b', 'granite-guardian-3'],
  ['ibm-granite/granite-guardian-3.3-8b', 'granite-guardian-3.3'],
  ['granite4.1-guardian:8b', 'granite-guardian-4'],
  ['gpt-oss-safeguard:20b', 'gpt-oss-safeguard'],
  ['nvidia/llama-3.1-nemoguard-8b-content-safety', 'nemoguard'],
  ['nvidia/Llama-3.1-Nemotron-Safety-Guard-8B-v3', 'nemoguard'],
])('knows %s as %s', (model, family) => {
  expect(recogniseFamily(model)).toBe(family);
});

it.each([
  'llama3:8b',
  'gpt-oss:20b',
  'granite3.3:8b',
  'gemma2:9b',
  'Qwen/Qwen3Guard-Stream-4B',
  'shieldgemma-2-4b-it',
  '',
])('knows no guard model in %s', (model) => {
  expect(recogniseFamily(model)).toBeUndefined();
});
