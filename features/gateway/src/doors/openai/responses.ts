import { errors } from '@tyrian/contracts';
import type { JsonObject } from '../../fields/field.js';
import { responsesAnswer } from '../../fields/tables/responses/answer.js';
import { responsesRequest } from '../../fields/tables/responses/request.js';
import { openAiDialect } from '../dialects/openai.js';
import type { AnswerShape, Door } from '../door.js';
import { responseModeration } from '../moderation.js';
import {
  dropLogprobs,
  incomplete,
  messageItem,
  nameResponse,
  outputOf,
  refusalPart,
  responseEnvelope,
} from './response-object.js';
import { responsesStream, spokenResponseStream } from './responses-stream.js';

/** A response that came whole; the same for one that was stored and is read back. */
export const responseShape: AnswerShape = {
  accept: 'application/json',
  table: responsesAnswer,
  choicesIn(body) {
    if (!Array.isArray(body.output)) throw errors.UPSTREAM_INVALID(['it has no output']);
    body.output = outputOf(body);
    return new Set([0]);
  },
  refuse(body, _choice, refusal) {
    const message = messageItem(`msg_${String(body.id)}`, 'completed', [refusalPart(refusal)]);
    Object.assign(body, incomplete({ ...body, error: null }, [message]));
  },
  settle(body, _choice, isRewritten) {
    // Log probabilities spell the text as it was before.
    if (isRewritten) for (const item of outputOf(body)) dropLogprobs(item);
  },
  annotate(body, checks) {
    const moderation = responseModeration(checks);
    if (moderation) body.moderation = moderation;
  },
  rename: nameResponse,
};

/** POST /v1/responses. */
export const responsesDoor: Door = {
  name: 'openai.responses',
  summary: 'Responses, with prompt and answer checked',
  routes: ['/v1/responses'],
  dialect: openAiDialect,
  api: 'openai',
  request: responsesRequest,
  identity: 'safety_identifier',
  asked: ({ model, safety_identifier, user, stream, moderation }) => ({
    model,
    account: safety_identifier ?? user,
    isStreamed: stream === true,
    moderation,
  }),
  forward: ({ moderation: _moderation, ...document }) => ({ path: '/responses', body: JSON.stringify(document) }),
  answer: responseShape,
  stream: responsesStream,
  spoken: {
    json: (refusal, exchange, now): JsonObject => {
      const message = messageItem(`msg_${exchange.id}`, 'completed', [refusalPart(refusal)]);
      return incomplete(responseEnvelope(exchange, now), [message]);
    },
    stream: spokenResponseStream,
  },
};
