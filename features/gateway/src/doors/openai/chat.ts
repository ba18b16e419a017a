import { chatAnswer, chatChunk } from '../../fields/tables/chat-answer.js';
import { chatRequest } from '../../fields/tables/chat-request.js';
import { annotateChoices, azureNotes } from '../azure/annotate.js';
import { azureDialect } from '../azure/dialect.js';
import { openAiDialect } from '../dialects/openai.js';
import type { Door } from '../door.js';
import { chatModeration } from '../moderation.js';
import { choicesOf, indexedChoices, replaceChoice } from './choices.js';
import { type ChunkFormat, chunkStream, spokenChunks } from './chunk-stream.js';
import { envelopeOf, spokenMessage } from './envelope.js';

const chatFormat: ChunkFormat = {
  table: chatChunk,
  object: 'chat.completion.chunk',
  prefix: 'chatcmpl-',
  said(index, { sentence, isSpoken }) {
    const words = isSpoken ? { content: sentence } : { refusal: sentence };
    return { index, delta: { role: 'assistant', ...words }, logprobs: null, finish_reason: null };
  },
  moderation: chatModeration,
  finished: (index, finish_reason) => ({ index, delta: {}, logprobs: null, finish_reason }),
};

const openAiChat: Door = {
  name: 'openai.chat',
  summary: 'Chat completions, with prompt and answer checked',
  routes: ['/v1/chat/completions'],
  dialect: openAiDialect,
  api: 'openai',
  request: chatRequest,
  identity: 'safety_identifier',
  asked: ({ model, safety_identifier, user, stream, n, moderation }) => ({
    model,
    account: safety_identifier ?? user,
    isStreamed: stream === true,
    choices: typeof n === 'number' ? n : 1,
    moderation,
  }),
  forward: ({ moderation: _moderation, ...document }) => ({
    path: '/chat/completions',
    body: JSON.stringify(document),
  }),
  answer: {
    accept: 'application/json',
    table: chatAnswer,
    choicesIn: indexedChoices,
    refuse(body, index, { sentence, isSpoken }) {
      const message = isSpoken ? spokenMessage(sentence) : { role: 'assistant', content: null, refusal: sentence };
      replaceChoice(body, index, { index, message, logprobs: null, finish_reason: 'content_filter' });
    },
    settle(body, index, isRewritten) {
      for (const choice of choicesOf(body)) {
        if (Number(choice.index) !== index) continue;
        // Log probabilities spell the text as it was before.
        if (isRewritten) choice.logprobs = null;
        // A reason that no table knows was withheld; clients need one.
        if (choice.finish_reason === undefined) choice.finish_reason = 'stop';
      }
    },
    annotate(body, checks) {
      const moderation = chatModeration(checks);
      if (moderation) body.moderation = moderation;
    },
    rename(body, exchange) {
      body.id = `chatcmpl-${exchange.id}`;
      body.model = exchange.model ?? '';
    },
  },
  stream: chunkStream(chatFormat),
  spoken: {
    json: ({ sentence }, exchange, now) => ({
      ...envelopeOf(exchange, now),
      object: 'chat.completion',
      choices: [{ index: 0, message: spokenMessage(sentence), logprobs: null, finish_reason: 'content_filter' }],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    }),
    stream: ({ sentence }, exchange, now) => spokenChunks(chatFormat, envelopeOf(exchange, now), sentence),
  },
};

/** POST /v1/chat/completions. */
export const chatDoor: Door = {
  ...openAiChat,
  azure: {
    ...openAiChat,
    dialect: azureDialect,
    answer: {
      ...openAiChat.answer,
      annotate(body, checks) {
        openAiChat.answer.annotate?.(body, checks);
        annotateChoices(body, checks);
      },
    },
    stream: chunkStream(chatFormat, azureNotes),
  },
};
