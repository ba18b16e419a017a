import { errors } from '@tyrian/contracts';
import type { ModelCall, ModelReply } from '../families/family.js';
import { azureContentSafety } from './azure-content-safety.js';
import type { DialectSettings, ServerDialect } from './dialect.js';
import { createJsonHttp } from './json-http.js';
import { llamaCpp } from './llama-cpp.js';
import { ModelServerError } from './model-server-error.js';
import { ollama } from './ollama.js';
import { openaiCompatible } from './openai-compatible.js';
import { openaiModerations } from './openai-moderations.js';
import { plainScores } from './plain-scores.js';
import { textEmbeddingsInference } from './text-embeddings-inference.js';
import { vllmClassify } from './vllm-classify.js';

/** Every kind of server that we speak with, by the name an operator gives. */
export const serverDialects = {
  'openai-compatible': openaiCompatible,
  ollama,
  'llama-cpp': llamaCpp,
  'vllm-classify': vllmClassify,
  'text-embeddings-inference': textEmbeddingsInference,
  'plain-scores': plainScores,
  'openai-moderations': openaiModerations,
  'azure-content-safety': azureContentSafety,
} as const satisfies Readonly<Record<string, ServerDialect>>;

export type ServerKind = keyof typeof serverDialects;

/** Where a model runs. */
export interface ServerAddress {
  readonly kind: ServerKind;
  /** `http://127.0.0.1:11434`; for what speaks like OpenAI up to and with `/v1`, which is added where there is no path. */
  readonly url: string;
  readonly apiKey?: string;
  /** Ask for probabilities of tokens (the default); false for a server that refuses a request that does. */
  readonly logprobs?: boolean;
  /** Tokens of context that Ollama loads the model with; 8,192 by default. */
  readonly contextTokens?: number;
  /** Names of the classes of a classifier, in the order of its classes, where the server does not tell them. */
  readonly labels?: readonly string[];
}

export interface ModelServer {
  readonly batchSize: number;
  refuses(call: ModelCall): string | undefined;
  shares(call: ModelCall): boolean;
  /** Throws ModelServerError, or the reason of `signal`. */
  send(calls: readonly ModelCall[], signal: AbortSignal): Promise<readonly ModelReply[]>;
  close(): Promise<void>;
}

const CONTEXT_TOKENS = 8_192;

/** Opens a server; nothing is sent yet. Throws GUARD_MODEL_INVALID for an address that is none. */
export function openModelServer(
  id: string,
  { model, ...address }: ServerAddress & { readonly model: string },
  limits: { readonly connections: number; readonly callMs: number; readonly maxBytes: number },
): ModelServer {
  const dialect: ServerDialect | undefined = serverDialects[address.kind];
  if (dialect === undefined)
    throw errors.GUARD_MODEL_INVALID([id, `kinds of servers are ${Object.keys(serverDialects).join(', ')}`], {
      param: 'kind',
    });
  const url = urlOf(id, address.url);
  const settings: DialectSettings = {
    model,
    logprobs: address.logprobs ?? true,
    contextTokens: address.contextTokens ?? CONTEXT_TOKENS,
    labels: address.labels,
  };
  const http = createJsonHttp({
    ...limits,
    url,
    ...(address.apiKey !== undefined && { headers: dialect.keyHeader(address.apiKey) }),
  });
  const folder = url.pathname === '/' ? (dialect.folder ?? '') : url.pathname.replace(/\/$/, '');
  return {
    batchSize: dialect.batchSize,
    refuses: (call) => dialect.refuses(call),
    shares: (call) => dialect.batchSize > 1 && dialect.shares(call),
    async send(calls, signal) {
      const { path, body } = dialect.write(calls, settings);
      const answer = await http.ask(`${folder}${path}` || '/', body, signal);
      const replies = dialect.read(answer, calls, settings);
      if (replies === undefined)
        throw new ModelServerError('answer', `its answer is none of a server of kind ${address.kind}`);
      return replies;
    },
    close: () => http.close(),
  };
}

function urlOf(id: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const wrong = (why: string) => errors.GUARD_MODEL_INVALID([id, why], { param: 'url' });
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw wrong('its URL must begin with http:// or https://');
  // A URL is shown in many places, a key in none.
  if (url.username !== '' || url.password !== '') throw wrong('its URL holds a password; give the key as a key');
  if (url.search !== '' || url.hash !== '') throw wrong('its URL must end with the path');
  return url;
}
