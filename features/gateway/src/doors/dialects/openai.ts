import { openAiError, toOpenAiError } from '../../errors/openai.js';
import { isObject } from '../../fields/field.js';
import { upstreamError } from '../../fields/tables/upstream-error.js';
import { verdictUrl } from '../../refusal/explain.js';
import type { Dialect } from '../dialect.js';

/** Errors as the OpenAI SDKs read them. */
export const openAiDialect: Dialect = {
  name: 'openai',
  error: toOpenAiError,
  refusal({ verdict, sentence }) {
    const isHeld = verdict.decision === 'hold';
    const { error } = openAiError(400, isHeld ? 'held_for_review' : 'content_filter', sentence);
    return { error: { ...error, ...(isHeld && { verdict: verdict.id, status_url: verdictUrl(verdict) }) } };
  },
  upstream: ({ status, code, message, param }) => openAiError(status, code, message, param),
  upstreamError: { table: upstreamError, read: ({ error }) => (isObject(error) ? error : undefined) },
};
