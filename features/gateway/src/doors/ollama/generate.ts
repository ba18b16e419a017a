import { errors } from '@tyrian/contracts';
import { ollamaGenerateAnswer } from '../../fields/tables/ollama/answer.js';
import { ollamaGenerateRequest } from '../../fields/tables/ollama/request.js';
import type { Door } from '../door.js';
import { ollamaDialect } from './dialect.js';
import { answerShape, type Saying, spokenAs, streamShape } from './saying.js';

const saying: Saying = {
  table: ollamaGenerateAnswer,
  say: (text) => ({ response: text }),
  clear: (body) => {
    body.response = '';
    for (const name of ['thinking', 'logprobs']) Reflect.deleteProperty(body, name);
  },
};

const UNREADABLE: Readonly<Record<string, string>> = {
  template: 'changes what the model reads after it was checked; send "system" and "prompt"',
  context: 'is a conversation in numbers that nothing here can read; send the earlier turns to /api/chat',
};

/** POST /api/generate. Streams unless it is told not to. */
export const ollamaGenerate: Door = {
  name: 'ollama.generate',
  summary: 'A text that goes on from a prompt, both checked',
  routes: ['/api/generate'],
  dialect: ollamaDialect,
  api: 'ollama',
  request: ollamaGenerateRequest,
  prepare(document) {
    for (const [name, why] of Object.entries(UNREADABLE)) {
      const value = document[name];
      if (value === undefined) continue;
      // Clients send them empty as well.
      const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
      if (!isEmpty) throw errors.FIELD_INVALID([name, why], { param: name });
      Reflect.deleteProperty(document, name);
    }
  },
  asked: ({ model, stream }) => ({ model, isStreamed: stream !== false }),
  forward: (document) => ({ path: '/api/generate', body: JSON.stringify(document) }),
  answer: answerShape(saying),
  stream: streamShape(saying),
  spoken: spokenAs(saying),
};
