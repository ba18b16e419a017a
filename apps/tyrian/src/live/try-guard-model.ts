import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errors, type GuardAnswer, GuardModelSetting, type Stage, TenantId } from '@tyrian/contracts';
import { ONNX_FAMILY, ONNX_FOLDER } from '@tyrian/guard-onnx';
import { families, serverDialects } from '@tyrian/guard-remote';
import { z } from 'zod';
import { onStore, type StoreFlags } from '../commands/store-options.js';
import { loadConfig } from '../config/load.js';
import { openGuardModel } from './guard-models.js';
import type { NamedGuardModel } from './in-force.js';

/** What a guard model can be told to be on the command line. */
export interface GivenSetting {
  readonly family?: string;
  readonly url?: string;
  /** Of a classifier in ONNX form, instead of `url`. */
  readonly folder?: string;
  readonly model?: string;
  readonly server?: string;
  readonly keyFrom?: string;
  readonly after?: string;
  readonly band?: { readonly from: number; readonly to: number };
  readonly optional?: boolean;
  readonly logprobs?: boolean;
  readonly pricePerCall?: number;
  readonly pricePrompt?: number;
  readonly priceCompletion?: number;
}

const UNCERTAIN = { from: 0.2, to: 0.8 };
const OLLAMA_PORT = '11434';
/** Families that only one kind of server speaks for. */
const SERVERS: Readonly<Record<string, string>> = {
  'openai-moderation': 'openai-moderations',
  'azure-content-safety': 'azure-content-safety',
  'prompt-guard-1': 'vllm-classify',
  'prompt-guard-2': 'vllm-classify',
  'qwen3guard-stream': 'plain-scores',
  [ONNX_FAMILY.id]: ONNX_FOLDER.id,
};

/** A setting from flags. Throws GUARD_MODEL_INVALID, naming what is wrong. */
export function settingOf(given: GivenSetting): GuardModelSetting {
  const { family = '', folder, keyFrom, after, optional = false, logprobs } = given;
  const path = folder === undefined ? undefined : resolve(folder);
  const url = path === undefined ? (given.url ?? '') : pathToFileURL(path).href;
  const model = given.model ?? (path === undefined ? undefined : basename(path));
  if (folder !== undefined && given.url !== undefined)
    throw errors.GUARD_MODEL_INVALID([family, 'give --url or --folder'], { param: 'url' });
  const prices = {
    perCall: given.pricePerCall,
    perMillionPromptTokens: given.pricePrompt,
    perMillionCompletionTokens: given.priceCompletion,
  };
  const byPort = URL.canParse(url) && new URL(url).port === OLLAMA_PORT ? 'ollama' : 'openai-compatible';
  const parsed = GuardModelSetting.safeParse({
    family,
    url,
    model,
    server: given.server ?? SERVERS[family] ?? byPort,
    keyFrom,
    optional,
    ...(after !== undefined && { asked: { after, ...(given.band ?? UNCERTAIN) } }),
    ...(logprobs === false && { logprobs }),
    ...(Object.values(prices).some((price) => price !== undefined) && { prices }),
  });
  if (!parsed.success) throw errors.GUARD_MODEL_INVALID([family, z.prettifyError(parsed.error)]);
  return parsed.data;
}

/** The guard model that flags describe, or the one in force of that name. Throws NOT_FOUND where there is none. */
export async function namedModel(
  name: string,
  flags: StoreFlags & GivenSetting & { readonly tenant?: string },
): Promise<NamedGuardModel> {
  if ([flags.family, flags.url, flags.folder, flags.model].some((given) => given !== undefined))
    return { name, setting: settingOf(flags) };
  const tenant = flags.tenant === undefined ? null : TenantId.parse(flags.tenant);
  const { guards } = await onStore(flags, (operator) => operator('guard.list', { tenant }));
  const found = guards.find((guard) => guard.name === name);
  if (found === undefined) throw errors.NOT_FOUND([`guard model ${name} in force`]);
  return found;
}

export interface TriedGuardModel {
  readonly version: string;
  readonly answer: GuardAnswer;
  readonly tookMs: number;
}

/** Asks a guard model about one text, from this process. Throws what GuardModel.judge throws. */
export async function tryModel(named: NamedGuardModel, text: string, stage: Stage): Promise<TriedGuardModel> {
  const model = openGuardModel(named, loadConfig().secrets.guardKeys);
  const role = stage === 'input' ? 'user' : 'assistant';
  const started = performance.now();
  try {
    const signal = new AbortController().signal;
    const answer = await model.judge({ stage, turns: [{ role, text }] }, { signal });
    return { version: model.version, answer, tookMs: Math.round(performance.now() - started) };
  } finally {
    await model.close();
  }
}

interface Described {
  readonly id: string;
  readonly describe: string;
}

/** What can be added, in words. */
export function describeFamilies(): {
  readonly families: readonly Described[];
  readonly servers: readonly Described[];
} {
  return {
    families: [
      ...[...families.values()].map(({ id, describe, source, licence }) => ({ id, describe, source, licence })),
      { id: ONNX_FAMILY.id, describe: ONNX_FAMILY.describe },
    ],
    servers: [...Object.entries(serverDialects).map(([id, { describe }]) => ({ id, describe })), { ...ONNX_FOLDER }],
  };
}
