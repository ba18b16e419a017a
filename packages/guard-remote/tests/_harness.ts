import { afterEach } from 'vitest';
import { createGuardModel, type GuardModelOptions, type RemoteGuardModel } from '../src/judge/guard-model.js';
import type { ServerKind } from '../src/servers/model-server.js';
import { type GuardStandIn, type GuardStandInOptions, startGuardStandIn } from '../src/stand-in/guard-stand-in.js';
import { STAND_IN_WORDS } from '../src/stand-in/words.js';
import { wordFamily } from './_word-family.js';

export const never: AbortSignal = new AbortController().signal;
export const says = (...texts: string[]) => ({
  stage: 'input' as const,
  turns: texts.map((text) => ({ role: 'user' as const, text })),
});

/** Every kind of server, with a kind of call that it takes and the path that the stand-in answers it under. */
export const KINDS = [
  ['openai-compatible', 'chat', ''],
  ['openai-compatible', 'completion', '/v1'],
  ['ollama', 'chat', ''],
  ['ollama', 'completion', ''],
  ['llama-cpp', 'completion', ''],
  ['vllm-classify', 'classify', ''],
  ['text-embeddings-inference', 'classify', ''],
  ['plain-scores', 'classify', '/scores'],
  ['openai-moderations', 'classify', ''],
  ['azure-content-safety', 'classify', ''],
] as const satisfies readonly (readonly [ServerKind, 'chat' | 'completion' | 'classify', string])[];

/** The classes of the stand-in's `word-judge`, for the server that does not name them. */
export const LABELS: readonly string[] = ['safe', ...Object.values(STAND_IN_WORDS)];

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

export async function standInOf(options: Partial<GuardStandInOptions> = {}): Promise<GuardStandIn> {
  const standIn = await startGuardStandIn({ family: 'word-judge', ...options });
  open.push(standIn);
  return standIn;
}

export function modelAt(standIn: GuardStandIn, more: Partial<GuardModelOptions> = {}): RemoteGuardModel {
  const model = createGuardModel({
    id: 'ours',
    family: wordFamily('chat'),
    server: { kind: 'openai-compatible', url: standIn.url },
    model: standIn.model,
    random: () => 0,
    ...more,
  });
  open.push(model);
  return model;
}

/** Code and message of what a promise was rejected with. */
export async function faultOf(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const fault: unknown = await promise.then(
    () => new Error('nothing went wrong'),
    (reason: unknown) => reason,
  );
  if (!(fault instanceof Error)) throw new TypeError('no error');
  return { code: 'code' in fault ? String(fault.code) : fault.name, message: fault.message };
}
