import type { Field, FieldRow } from './field.js';
import { anthropicError } from './tables/anthropic/error.js';
import { messageAnswer, messageEvent } from './tables/anthropic/message-answer.js';
import { countAnswer, messageRequest } from './tables/anthropic/message-request.js';
import { anthropicModels } from './tables/anthropic/model-list.js';
import { speechAnswer, speechEvent, speechRequest } from './tables/audio/speech.js';
import {
  transcriptEvent,
  transcriptionAnswer,
  transcriptionRequest,
  translationRequest,
} from './tables/audio/transcription.js';
import { chatAnswer, chatChunk } from './tables/chat-answer.js';
import { chatRequest } from './tables/chat-request.js';
import { completionsAnswer, completionsRequest } from './tables/completions.js';
import { embeddingsAnswer, embeddingsRequest } from './tables/embeddings.js';
import { batchAnswer, batchLine, batchRequest, batchResult } from './tables/files/batch.js';
import { fileAnswer, fileRequest } from './tables/files/file.js';
import { imageEditEvent, imageGenerationEvent, imagesAnswer } from './tables/images/answer.js';
import { imageEditRequest, imageGenerationRequest, imageVariationRequest } from './tables/images/request.js';
import { clientNotifications, clientRequests, clientResponse } from './tables/mcp/client.js';
import { mcpError } from './tables/mcp/envelope.js';
import { serverAnswers, serverNotifications, serverRequests } from './tables/mcp/server.js';
import { modelList } from './tables/model-list.js';
import { moderationRequest } from './tables/moderation.js';
import {
  ollamaChatAnswer,
  ollamaEmbedAnswer,
  ollamaEmbeddingsAnswer,
  ollamaError,
  ollamaGenerateAnswer,
} from './tables/ollama/answer.js';
import { ollamaModel, ollamaModels } from './tables/ollama/model.js';
import {
  ollamaChatRequest,
  ollamaEmbeddingsRequest,
  ollamaEmbedRequest,
  ollamaGenerateRequest,
} from './tables/ollama/request.js';
import { inputItemsAnswer, responsesAnswer } from './tables/responses/answer.js';
import { responseEvent } from './tables/responses/event.js';
import { responsesRequest } from './tables/responses/request.js';
import { upstreamError } from './tables/upstream-error.js';

export interface FieldTable {
  readonly door:
    | 'openai.chat'
    | 'anthropic.messages'
    | 'anthropic.count-tokens'
    | 'anthropic.models'
    | 'ollama.chat'
    | 'ollama.generate'
    | 'ollama.embed'
    | 'ollama.embeddings'
    | 'ollama.models'
    | 'ollama.model'
    | 'openai.files'
    | 'openai.batches'
    | 'openai.batch_lines'
    | `openai.images.${'generations' | 'edits' | 'variations'}`
    | `openai.audio.${'speech' | 'transcriptions' | 'translations'}`
    | 'openai.responses'
    | 'openai.input_items'
    | 'openai.completions'
    | 'openai.embeddings'
    | 'openai.moderations'
    | 'openai.models'
    | `mcp.${string}`;
  readonly direction: 'request' | 'answer' | 'stream' | 'error';
  readonly root: Field;
}

/** Every wire object that passes a door: what is in none of them does not pass. */
export const fieldTables: readonly FieldTable[] = [
  { door: 'openai.chat', direction: 'request', root: chatRequest },
  { door: 'openai.chat', direction: 'answer', root: chatAnswer },
  { door: 'openai.chat', direction: 'stream', root: chatChunk },
  { door: 'openai.chat', direction: 'error', root: upstreamError },
  { door: 'openai.responses', direction: 'request', root: responsesRequest },
  { door: 'openai.responses', direction: 'answer', root: responsesAnswer },
  { door: 'openai.responses', direction: 'stream', root: responseEvent },
  { door: 'openai.input_items', direction: 'answer', root: inputItemsAnswer },
  { door: 'openai.completions', direction: 'request', root: completionsRequest },
  { door: 'openai.completions', direction: 'answer', root: completionsAnswer },
  { door: 'openai.completions', direction: 'stream', root: completionsAnswer },
  { door: 'openai.embeddings', direction: 'request', root: embeddingsRequest },
  { door: 'openai.embeddings', direction: 'answer', root: embeddingsAnswer },
  { door: 'openai.moderations', direction: 'request', root: moderationRequest },
  { door: 'openai.models', direction: 'answer', root: modelList },
  { door: 'anthropic.messages', direction: 'request', root: messageRequest },
  { door: 'anthropic.messages', direction: 'answer', root: messageAnswer },
  { door: 'anthropic.messages', direction: 'stream', root: messageEvent },
  { door: 'anthropic.messages', direction: 'error', root: anthropicError },
  // Its request has fields of `anthropic.messages` only.
  { door: 'anthropic.count-tokens', direction: 'answer', root: countAnswer },
  { door: 'anthropic.models', direction: 'answer', root: anthropicModels },
  { door: 'ollama.chat', direction: 'request', root: ollamaChatRequest },
  { door: 'ollama.chat', direction: 'answer', root: ollamaChatAnswer },
  { door: 'ollama.chat', direction: 'stream', root: ollamaChatAnswer },
  { door: 'ollama.chat', direction: 'error', root: ollamaError },
  { door: 'ollama.generate', direction: 'request', root: ollamaGenerateRequest },
  { door: 'ollama.generate', direction: 'answer', root: ollamaGenerateAnswer },
  { door: 'ollama.generate', direction: 'stream', root: ollamaGenerateAnswer },
  { door: 'ollama.embed', direction: 'request', root: ollamaEmbedRequest },
  { door: 'ollama.embed', direction: 'answer', root: ollamaEmbedAnswer },
  { door: 'ollama.embeddings', direction: 'request', root: ollamaEmbeddingsRequest },
  { door: 'ollama.embeddings', direction: 'answer', root: ollamaEmbeddingsAnswer },
  { door: 'ollama.models', direction: 'answer', root: ollamaModels },
  { door: 'ollama.model', direction: 'answer', root: ollamaModel },
  { door: 'openai.images.generations', direction: 'request', root: imageGenerationRequest },
  { door: 'openai.images.generations', direction: 'answer', root: imagesAnswer },
  { door: 'openai.images.generations', direction: 'stream', root: imageGenerationEvent },
  { door: 'openai.images.edits', direction: 'request', root: imageEditRequest },
  { door: 'openai.images.edits', direction: 'answer', root: imagesAnswer },
  { door: 'openai.images.edits', direction: 'stream', root: imageEditEvent },
  { door: 'openai.images.variations', direction: 'request', root: imageVariationRequest },
  { door: 'openai.images.variations', direction: 'answer', root: imagesAnswer },
  { door: 'openai.audio.speech', direction: 'request', root: speechRequest },
  { door: 'openai.audio.speech', direction: 'answer', root: speechAnswer },
  { door: 'openai.audio.speech', direction: 'stream', root: speechEvent },
  { door: 'openai.audio.transcriptions', direction: 'request', root: transcriptionRequest },
  { door: 'openai.audio.transcriptions', direction: 'answer', root: transcriptionAnswer },
  { door: 'openai.audio.transcriptions', direction: 'stream', root: transcriptEvent },
  { door: 'openai.audio.translations', direction: 'request', root: translationRequest },
  { door: 'openai.audio.translations', direction: 'answer', root: transcriptionAnswer },
  { door: 'openai.files', direction: 'request', root: fileRequest },
  { door: 'openai.files', direction: 'answer', root: fileAnswer },
  { door: 'openai.batches', direction: 'request', root: batchRequest },
  { door: 'openai.batches', direction: 'answer', root: batchAnswer },
  // A line of a batch, and of what it gives back; its body is a request or an answer of another door.
  { door: 'openai.batch_lines', direction: 'request', root: batchLine },
  { door: 'openai.batch_lines', direction: 'answer', root: batchResult },
  ...mcpTables({ ...clientRequests, ...clientNotifications, response: clientResponse }, 'request'),
  ...mcpTables(serverAnswers, 'answer'),
  ...mcpTables({ ...serverRequests, ...serverNotifications }, 'stream'),
  { door: 'mcp.error', direction: 'error', root: mcpError },
];

/** One for each method: what clients send, what servers answer, and what they say of themselves. */
function mcpTables(tables: Readonly<Record<string, Field>>, direction: FieldTable['direction']): FieldTable[] {
  return Object.entries(tables).map(([method, root]) => ({ door: `mcp.${method}`, direction, root }));
}

export interface DescribedField extends FieldRow {
  readonly door: FieldTable['door'];
  readonly direction: FieldTable['direction'];
}

/**
 * One row for each field of every table, for the docs and for the tests.
 *
 * @example
 * describeFields().filter((row) => row.checked).map((row) => `${row.door} ${row.direction} ${row.path}`);
 */
export function describeFields(): readonly DescribedField[] {
  return fieldTables.flatMap(({ door, direction, root }) =>
    root
      .rows('')
      .map((row) => ({ door, direction, path: row.path, kind: row.kind, checked: row.checked, example: row.example })),
  );
}
