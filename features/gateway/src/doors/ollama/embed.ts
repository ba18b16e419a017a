import type { Field } from '../../fields/field.js';
import { ollamaEmbedAnswer, ollamaEmbeddingsAnswer } from '../../fields/tables/ollama/answer.js';
import { ollamaEmbeddingsRequest, ollamaEmbedRequest } from '../../fields/tables/ollama/request.js';
import type { Door } from '../door.js';
import { ollamaDialect } from './dialect.js';

function embedding(name: string, path: string, request: Field, table: Field): Door {
  return {
    name,
    summary: 'Embeddings of texts that were checked',
    routes: [path],
    dialect: ollamaDialect,
    api: 'ollama',
    request,
    asked: ({ model }) => ({ model, isStreamed: false }),
    forward: (document) => ({ path, body: JSON.stringify(document) }),
    // Numbers, and nothing that anybody said.
    answer: { accept: 'application/json', table, choicesIn: () => new Set() },
  };
}

export const ollamaEmbed = embedding('ollama.embed', '/api/embed', ollamaEmbedRequest, ollamaEmbedAnswer);
/** The older form. */
export const ollamaEmbeddings = embedding(
  'ollama.embeddings',
  '/api/embeddings',
  ollamaEmbeddingsRequest,
  ollamaEmbeddingsAnswer,
);
