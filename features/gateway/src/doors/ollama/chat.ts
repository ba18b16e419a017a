import { ollamaChatAnswer } from '../../fields/tables/ollama/answer.js';
import { ollamaChatRequest } from '../../fields/tables/ollama/request.js';
import type { Door } from '../door.js';
import { ollamaDialect } from './dialect.js';
import { answerShape, type Saying, spokenAs, streamShape } from './saying.js';

const saying: Saying = {
  table: ollamaChatAnswer,
  say: (text) => ({ message: { role: 'assistant', content: text } }),
  clear: (body) => {
    body.message = { role: 'assistant', content: '' };
    Reflect.deleteProperty(body, 'logprobs');
  },
};

/** POST /api/chat. Streams unless it is told not to. */
export const ollamaChat: Door = {
  name: 'ollama.chat',
  summary: 'Chat, with prompt and answer checked',
  routes: ['/api/chat'],
  dialect: ollamaDialect,
  api: 'ollama',
  request: ollamaChatRequest,
  asked: ({ model, stream }) => ({ model, isStreamed: stream !== false }),
  forward: (document) => ({ path: '/api/chat', body: JSON.stringify(document) }),
  answer: answerShape(saying),
  stream: streamShape(saying),
  spoken: spokenAs(saying),
};
