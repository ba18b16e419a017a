import type { UpstreamApi } from '../upstream.js';

/** Where each API lists its models: a request that costs nothing, below the base URL. */
export const MODELS_PATHS: Readonly<Record<UpstreamApi, string>> = {
  openai: '/models',
  anthropic: '/v1/models',
  ollama: '/api/tags',
};

/** What each API wants with every request. */
export const PROBE_HEADERS: Readonly<Record<UpstreamApi, Readonly<Record<string, string>>>> = {
  openai: {},
  anthropic: { 'anthropic-version': '2023-06-01' },
  ollama: {},
};
