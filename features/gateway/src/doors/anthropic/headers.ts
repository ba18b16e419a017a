import type { IncomingHttpHeaders } from 'node:http';
import { errors } from '@tyrian/contracts';
import type { RouteParams } from '../door.js';

/** Those whose requests and answers the tables describe; what a client does not say is the first. */
const VERSIONS = ['2023-06-01', '2026-10-21'] as const;

/**
 * Betas that change no more than what the tables know. Others are not passed on: they bring fields and events that
 * nothing here would check.
 */
const BETAS: ReadonlySet<string> = new Set([
  'claude-code-20250219',
  'code-execution-2025-05-22',
  'code-execution-2025-08-25',
  'computer-use-2024-10-22',
  'computer-use-2025-01-24',
  'computer-use-2025-11-24',
  'context-1m-2025-08-07',
  'effort-2025-11-24',
  'extended-cache-ttl-2025-04-11',
  'fine-grained-tool-streaming-2025-05-14',
  'interleaved-thinking-2025-05-14',
  'max-tokens-3-5-sonnet-2024-07-15',
  'output-128k-2025-02-19',
  'pdfs-2024-09-25',
  'prompt-caching-2024-07-31',
  'structured-outputs-2025-11-13',
  'token-counting-2024-11-01',
  'token-efficient-tools-2025-02-19',
  'web-fetch-2025-09-10',
]);
const MAX_BETAS = 64;

/** What a request's own headers say of it. Throws INVALID_INPUT for another version of the API. */
export function readAnthropicHeaders(headers: IncomingHttpHeaders): RouteParams {
  const version = VERSIONS.find((one) => one === (headers['anthropic-version'] ?? VERSIONS[0]));
  if (!version) {
    throw errors.INVALID_INPUT([`anthropic-version must be one of ${VERSIONS.join(', ')}`], {
      param: 'anthropic-version',
    });
  }
  const asked = [headers['anthropic-beta'] ?? []].flat().join(',').split(',', MAX_BETAS);
  const betas = asked.map((beta) => beta.trim()).filter((beta) => BETAS.has(beta));
  return { version, ...(betas.length > 0 && { betas: betas.join(',') }) };
}

/** The headers that the model server gets, in words of the lists above only. */
export function headersFor({ version = VERSIONS[0], betas }: RouteParams): Readonly<Record<string, string>> {
  return { 'anthropic-version': version, ...(betas !== undefined && { 'anthropic-beta': betas }) };
}
