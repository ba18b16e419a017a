import { errors } from '@tyrian/contracts';
import { isObject } from '../../fields/field.js';
import { messageAnswer } from '../../fields/tables/anthropic/message-answer.js';
import { messageRequest } from '../../fields/tables/anthropic/message-request.js';
import type { AnswerShape, Door } from '../door.js';
import { anthropicDialect } from './dialect.js';
import { headersFor, readAnthropicHeaders } from './headers.js';
import { emptyMessage, MESSAGE_STOP, refusedEnd, refusedEvents, sentenceBlock, startMessage } from './refused.js';
import { messageStream } from './stream.js';

const answer: AnswerShape = {
  accept: 'application/json',
  table: messageAnswer,
  choicesIn({ content }) {
    if (!Array.isArray(content)) throw errors.UPSTREAM_INVALID(['it has no content']);
    return new Set([0]);
  },
  refuse(body, _choice, refusal) {
    Object.assign(body, { content: [sentenceBlock(refusal)], ...refusedEnd(refusal) });
  },
  settle(body) {
    // A reason that no table knows was withheld; clients need one.
    body.stop_reason ??= 'end_turn';
  },
  rename(body, exchange) {
    const { id, model } = emptyMessage(exchange);
    Object.assign(body, { id, model });
  },
};

/** Anthropic's Messages API. */
export const messages: Door = {
  name: 'anthropic.messages',
  summary: 'Messages, with prompt and answer checked',
  routes: ['/v1/messages'],
  dialect: anthropicDialect,
  api: 'anthropic',
  request: messageRequest,
  readHeaders: readAnthropicHeaders,
  asked: ({ model, metadata, stream }) => ({
    model,
    account: isObject(metadata) ? metadata.user_id : undefined,
    isStreamed: stream === true,
  }),
  forward: (document, params) => ({
    path: '/v1/messages',
    body: JSON.stringify(document),
    headers: headersFor(params),
  }),
  answer,
  stream: messageStream,
  spoken: {
    json: (refusal, exchange) => ({
      ...emptyMessage(exchange),
      content: [sentenceBlock(refusal)],
      ...refusedEnd(refusal),
    }),
    stream: (refusal, exchange) => startMessage(emptyMessage(exchange)) + refusedEvents(refusal, 0) + MESSAGE_STOP,
  },
};
