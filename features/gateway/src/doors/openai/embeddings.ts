import { errors } from '@tyrian/contracts';
import { embeddingsAnswer, embeddingsRequest } from '../../fields/tables/embeddings.js';
import { openAiDialect } from '../dialects/openai.js';
import type { Door } from '../door.js';

/** POST /v1/embeddings. What it answers are numbers, which say nothing: only the texts that go in are judged. */
export const embeddingsDoor: Door = {
  name: 'openai.embeddings',
  summary: 'Embeddings of texts that were checked',
  routes: ['/v1/embeddings'],
  dialect: openAiDialect,
  api: 'openai',
  request: embeddingsRequest,
  identity: 'user',
  asked: ({ model, safety_identifier, user }) => ({ model, account: safety_identifier ?? user, isStreamed: false }),
  forward: (document) => ({ path: '/embeddings', body: JSON.stringify(document) }),
  answer: {
    accept: 'application/json',
    table: embeddingsAnswer,
    choicesIn(body) {
      if (!Array.isArray(body.data)) throw errors.UPSTREAM_INVALID(['it has no data']);
      return new Set();
    },
    refuse: () => undefined,
    rename(body, exchange) {
      body.model = exchange.model ?? '';
    },
  },
};
