import { completionsAnswer, completionsRequest } from '../../fields/tables/completions.js';
import { annotateChoices, azureNotes } from '../azure/annotate.js';
import { azureDialect } from '../azure/dialect.js';
import { openAiDialect } from '../dialects/openai.js';
import type { Door } from '../door.js';
import { choicesOf, indexedChoices, replaceChoice } from './choices.js';
import { type ChunkFormat, chunkStream, spokenChunks } from './chunk-stream.js';
import { envelopeOf } from './envelope.js';

/** A text has no place for a refusal beside it: unless the assistant is to say it, nothing stands there. */
const format: ChunkFormat = {
  table: completionsAnswer,
  object: 'text_completion',
  prefix: 'cmpl-',
  said: (index, { sentence, isSpoken }) => ({
    index,
    text: isSpoken ? sentence : '',
    logprobs: null,
    finish_reason: null,
  }),
  finished: (index, finish_reason) => ({ index, text: '', logprobs: null, finish_reason }),
};

const openAiCompletions: Door = {
  name: 'openai.completions',
  summary: 'Text completions, with prompt and answer checked',
  routes: ['/v1/completions'],
  dialect: openAiDialect,
  api: 'openai',
  request: completionsRequest,
  identity: 'user',
  asked: ({ model, safety_identifier, user, stream, n, prompt }) => ({
    model,
    account: safety_identifier ?? user,
    isStreamed: stream === true,
    choices: (typeof n === 'number' ? n : 1) * (Array.isArray(prompt) ? prompt.length : 1),
  }),
  forward: (document) => ({ path: '/completions', body: JSON.stringify(document) }),
  answer: {
    accept: 'application/json',
    table: completionsAnswer,
    choicesIn: indexedChoices,
    refuse(body, index, { sentence, isSpoken }) {
      const text = isSpoken ? sentence : '';
      replaceChoice(body, index, { index, text, logprobs: null, finish_reason: 'content_filter' });
    },
    settle(body, index, isRewritten) {
      for (const choice of choicesOf(body)) {
        if (Number(choice.index) !== index) continue;
        if (isRewritten) choice.logprobs = null;
        if (choice.finish_reason === undefined) choice.finish_reason = 'stop';
      }
    },
    rename(body, exchange) {
      body.id = `cmpl-${exchange.id}`;
      body.model = exchange.model ?? '';
    },
  },
  stream: chunkStream(format),
  spoken: {
    json: ({ sentence }, exchange, now) => ({
      ...envelopeOf(exchange, now),
      id: `cmpl-${exchange.id}`,
      object: 'text_completion',
      choices: [{ index: 0, text: sentence, logprobs: null, finish_reason: 'content_filter' }],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    }),
    stream: ({ sentence }, exchange, now) =>
      spokenChunks(format, { ...envelopeOf(exchange, now), id: `cmpl-${exchange.id}` }, sentence),
  },
};

/** POST /v1/completions. */
export const completionsDoor: Door = {
  ...openAiCompletions,
  azure: {
    ...openAiCompletions,
    dialect: azureDialect,
    answer: { ...openAiCompletions.answer, annotate: annotateChoices },
    stream: chunkStream(format, azureNotes),
  },
};
