import { setMaxListeners } from 'node:events';
import { z } from 'zod';
import { createJsonHttp, type JsonHttp } from '../servers/json-http.js';
import type { ServerKind } from '../servers/model-server.js';
import { recogniseFamily } from './recognise.js';

/** Where Ollama, vLLM, llama.cpp and LM Studio listen by default. */
const PORTS = [11_434, 8_000, 8_080, 1_234];
const ANSWER_MS = 500;
const MAX_BYTES = 1024 * 1024;
const MOST_PLACES = 64;

/** A guard model that runs, found by its name. */
export interface FoundGuardModel {
  readonly url: string;
  readonly server: ServerKind;
  /** As the server names it. */
  readonly model: string;
  readonly family: string;
}

export interface FindGuardModelsOptions {
  /** Names or addresses; 127.0.0.1 alone by default, so that nothing leaves the machine. */
  readonly hosts?: readonly string[];
  readonly ports?: readonly number[];
  /** How long each may take to answer, in milliseconds; 500 by default. */
  readonly answerMs?: number;
  readonly signal: AbortSignal;
}

const Version = z.object({ version: z.string() });
const Tags = z.object({ models: z.array(z.object({ name: z.string() })) });
const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Classifiers are served by another interface than chats. */
const CLASSIFIERS: ReadonlySet<string> = new Set(['prompt-guard-1', 'prompt-guard-2']);
/** Their prompts need arguments, or a template, that Ollama's own do not have. */
const NOT_ON_OLLAMA: ReadonlySet<string> = new Set(['granite-guardian-3.3', 'granite-guardian-4']);

/**
 * Looks for servers that run a guard model, all at once. What does not answer, or answers something
 * else, is passed over: it is a suggestion, and nothing is judged by it. Asks at most 64 places.
 *
 * @example
 * const [first] = await findGuardModels({ signal });
 */
export async function findGuardModels(options: FindGuardModelsOptions): Promise<readonly FoundGuardModel[]> {
  const { hosts = ['127.0.0.1'], ports = PORTS, answerMs = ANSWER_MS } = options;
  const signal = AbortSignal.any([options.signal]);
  // Every request listens, which is no leak.
  setMaxListeners(0, signal);
  const places = hosts.flatMap((host) => ports.map((port) => `http://${host}:${port}`));
  const found = await Promise.all(places.slice(0, MOST_PLACES).map((url) => lookAt(url, answerMs, signal)));
  return found.flat();
}

async function lookAt(url: string, callMs: number, signal: AbortSignal): Promise<FoundGuardModel[]> {
  if (!URL.canParse(url)) return [];
  const http = createJsonHttp({ url: new URL(url), connections: 3, callMs, maxBytes: MAX_BYTES });
  try {
    const [version, tags, models] = await Promise.all([
      answerOf(http, '/api/version', Version, signal),
      answerOf(http, '/api/tags', Tags, signal),
      answerOf(http, '/v1/models', Models, signal),
    ]);
    // llama.cpp lists its model under Ollama's path as well, but has no version there.
    if (version && tags) return tags.models.flatMap(({ name }) => recognised(url, 'ollama', name));
    return models?.data.flatMap(({ id }) => recognised(url, 'openai-compatible', id)) ?? [];
  } finally {
    await http.close();
  }
}

function recognised(url: string, kind: ServerKind, model: string): FoundGuardModel[] {
  const family = recogniseFamily(model);
  if (family === undefined || (kind === 'ollama' && NOT_ON_OLLAMA.has(family))) return [];
  if (!CLASSIFIERS.has(family)) return [{ url, server: kind, model, family }];
  return kind === 'ollama' ? [] : [{ url, server: 'vllm-classify', model, family }];
}

/** The answer where it is of this form; `undefined` for any other, and for none. The caller's abort is theirs. */
async function answerOf<Schema extends z.ZodType>(
  http: JsonHttp,
  path: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.output<Schema> | undefined> {
  try {
    return schema.safeParse(await http.ask(path, undefined, signal)).data;
  } catch (fault) {
    if (signal.aborted) throw fault;
    return undefined;
  }
}
