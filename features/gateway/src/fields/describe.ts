import type { Field, FieldRow } from './field.js';
import { chatAnswer, chatChunk } from './tables/chat-answer.js';
import { chatRequest } from './tables/chat-request.js';
import { modelList } from './tables/model-list.js';
import { moderationRequest } from './tables/moderation.js';
import { upstreamError } from './tables/upstream-error.js';

export interface FieldTable {
  readonly door: 'openai.chat' | 'openai.moderations' | 'openai.models';
  readonly direction: 'request' | 'answer' | 'stream' | 'error';
  readonly root: Field;
}

/** Every wire object that passes a door: what is in none of them does not pass. */
export const fieldTables: readonly FieldTable[] = [
  { door: 'openai.chat', direction: 'request', root: chatRequest },
  { door: 'openai.chat', direction: 'answer', root: chatAnswer },
  { door: 'openai.chat', direction: 'stream', root: chatChunk },
  { door: 'openai.chat', direction: 'error', root: upstreamError },
  { door: 'openai.moderations', direction: 'request', root: moderationRequest },
  { door: 'openai.models', direction: 'answer', root: modelList },
];

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
