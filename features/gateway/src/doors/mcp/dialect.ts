import type { TyrianError, Verdict } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../fields/field.js';
import { mcpError } from '../../fields/tables/mcp/envelope.js';
import { verdictUrl } from '../../refusal/explain.js';
import type { Dialect, Refusal } from '../dialect.js';

/** Outside of what JSON-RPC and the protocol keep for themselves. Stable. */
export const MCP_CODES = { refused: -31_000, held: -31_001 } as const;

const INVALID_REQUEST = -32_600;
const METHOD_UNKNOWN = -32_601;
const INVALID_PARAMS = -32_602;
const INTERNAL = -32_603;

/** What is wrong with one message is its answer, so that clients read it; all else is the transport's. */
const ANSWERED: Readonly<Record<string, number>> = {
  MCP_METHOD_UNKNOWN: METHOD_UNKNOWN,
  FIELD_UNKNOWN: INVALID_PARAMS,
  FIELD_INVALID: INVALID_PARAMS,
  FIELD_MISSING: INVALID_PARAMS,
  TEXT_TOO_LONG: INVALID_PARAMS,
  TOO_DEEP: INVALID_PARAMS,
  TOO_MANY: INVALID_PARAMS,
};

interface McpError {
  readonly code: number;
  readonly message: string;
  readonly data: JsonObject;
}

export const mcpDialect: Dialect = {
  name: 'mcp',
  error: (error) => failed(null, faultOf(error)),
  refusal: (refusal) => failed(null, refusedError(refusal)),
  upstream: ({ code, message }) => failed(null, { code: INTERNAL, message, data: { code } }),
  upstreamError: {
    table: mcpError,
    read: ({ error }) => (isObject(error) ? { message: error.message } : undefined),
  },
  answer(error, body) {
    const id = isObject(body) && typeof body.method === 'string' ? requestId(body.id) : null;
    const isAnswered = id !== null && ANSWERED[error.code] !== undefined;
    return { status: isAnswered ? 200 : error.status, body: failed(id, faultOf(error)) };
  },
};

/** The id of a request that can be answered. */
function requestId(id: unknown): string | number | null {
  return (typeof id === 'string' && id.length <= 128) || Number.isFinite(id) ? (id as string | number) : null;
}

export function failed(id: unknown, error: McpError): JsonObject {
  return { jsonrpc: '2.0', id, error };
}

export function faultOf({ code, status, message }: TyrianError): McpError {
  const fallback = status >= 500 ? INTERNAL : INVALID_REQUEST;
  return { code: ANSWERED[code] ?? fallback, message, data: { code: code.toLowerCase() } };
}

function refusedError({ verdict, sentence }: Refusal): McpError {
  const code = verdict.decision === 'hold' ? MCP_CODES.held : MCP_CODES.refused;
  return { code, message: sentence, data: refusedData(verdict) };
}

function refusedData(verdict: Verdict): JsonObject {
  return verdict.decision === 'hold'
    ? { code: 'held_for_review', verdict: verdict.id, status_url: verdictUrl(verdict) }
    : { code: 'content_filter', verdict: verdict.id };
}

/**
 * Makes an answer a refusal; nothing of what it said is left. A tool answers with an error of its own, so that the model
 * reads why and can go on.
 */
export function refuseAnswer(id: unknown, method: string, refusal: Refusal): JsonObject {
  if (method !== 'tools/call') return failed(id, refusedError(refusal));
  const content = [{ type: 'text', text: refusal.sentence }];
  const _meta = { 'tyrian/refused': refusedData(refusal.verdict) };
  return { jsonrpc: '2.0', id, result: { content, isError: true, _meta } };
}
