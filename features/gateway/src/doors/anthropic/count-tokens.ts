import { countAnswer, countRequest } from '../../fields/tables/anthropic/message-request.js';
import type { Door } from '../door.js';
import { anthropicDialect } from './dialect.js';
import { headersFor, readAnthropicHeaders } from './headers.js';

/** Counts a prompt that is checked like one that is sent: a count says a little of what was in it. */
export const countTokens: Door = {
  name: 'anthropic.count-tokens',
  summary: 'How many tokens a request has',
  routes: ['/v1/messages/count_tokens'],
  dialect: anthropicDialect,
  api: 'anthropic',
  request: countRequest,
  readHeaders: readAnthropicHeaders,
  asked: ({ model }) => ({ model, isStreamed: false }),
  forward: (document, params) => ({
    path: '/v1/messages/count_tokens',
    body: JSON.stringify(document),
    headers: headersFor(params),
  }),
  answer: {
    accept: 'application/json',
    table: countAnswer,
    // A number, and nothing that anybody said.
    choicesIn: () => new Set(),
  },
};
