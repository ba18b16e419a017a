import { isObject } from '../../fields/field.js';
import { anthropicError } from '../../fields/tables/anthropic/error.js';
import { verdictUrl } from '../../refusal/explain.js';
import type { Dialect } from '../dialect.js';

/** An error as clients of Anthropic's API read it. */
interface AnthropicError {
  readonly type: 'error';
  readonly error: { readonly type: string; readonly message: string };
  readonly request_id?: string;
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  503: 'overloaded_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

function typeOf(status: number): string {
  return TYPES[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
}

function errorOf(status: number, message: string, requestId: string): AnthropicError {
  return { type: 'error', error: { type: typeOf(status), message }, request_id: requestId };
}

export const anthropicDialect: Dialect = {
  name: 'anthropic',
  error: ({ status, message }, requestId) => errorOf(status, message, requestId),
  refusal({ verdict, sentence }) {
    const held = verdict.decision === 'hold' && { verdict: verdict.id, status_url: verdictUrl(verdict) };
    return { type: 'error', error: { type: 'invalid_request_error', message: sentence, ...held } };
  },
  upstream: ({ status, message }, requestId) => errorOf(status, message, requestId),
  upstreamError: {
    table: anthropicError,
    read: ({ error }) => (isObject(error) ? { message: error.message, code: error.type } : undefined),
  },
};
