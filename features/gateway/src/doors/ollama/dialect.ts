import { ollamaError } from '../../fields/tables/ollama/answer.js';
import { verdictUrl } from '../../refusal/explain.js';
import type { Dialect } from '../dialect.js';

/** Clients of Ollama show the sentence and read no more. */
export const ollamaDialect: Dialect = {
  name: 'ollama',
  error: ({ message }) => ({ error: message }),
  refusal({ verdict, sentence }) {
    const held = verdict.decision === 'hold' && { verdict: verdict.id, status_url: verdictUrl(verdict) };
    return { error: sentence, ...held };
  },
  upstream: ({ message }) => ({ error: message }),
  upstreamError: { table: ollamaError, read: ({ error }) => ({ message: error }) },
};
