import type { JsonObject } from '../../fields/field.js';
import { writeNamedEvent } from '../../sse/write.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Refusal } from '../dialect.js';

/** How an answer ends that was refused; `explanation` is for programs, the same words stand in the content for people. */
export function refusedEnd({ sentence }: Refusal): JsonObject {
  return {
    stop_reason: 'refusal',
    stop_sequence: null,
    stop_details: { type: 'refusal', category: null, explanation: sentence },
  };
}

export function sentenceBlock({ sentence }: Refusal): JsonObject {
  return { type: 'text', text: sentence, citations: null };
}

const NO_USAGE = { input_tokens: 0, output_tokens: 0 };

/** A message that has said nothing yet. */
export function emptyMessage(exchange: Exchange): JsonObject {
  return {
    id: `msg_${exchange.id}`,
    type: 'message',
    role: 'assistant',
    model: exchange.model ?? '',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: NO_USAGE,
  };
}

/** The events of a message's end: the sentence as a block of its own, then why it ended. */
export function refusedEvents(refusal: Refusal, index: number, usage: JsonObject = { output_tokens: 0 }): string {
  const block = { ...sentenceBlock(refusal), text: '' };
  return (
    writeNamedEvent('content_block_start', { type: 'content_block_start', index, content_block: block }) +
    writeNamedEvent('content_block_delta', {
      type: 'content_block_delta',
      index,
      delta: { type: 'text_delta', text: refusal.sentence },
    }) +
    stopBlock(index) +
    writeNamedEvent('message_delta', { type: 'message_delta', delta: refusedEnd(refusal), usage })
  );
}

export function startMessage(message: JsonObject): string {
  return writeNamedEvent('message_start', { type: 'message_start', message });
}

export function stopBlock(index: number): string {
  return writeNamedEvent('content_block_stop', { type: 'content_block_stop', index });
}

export const MESSAGE_STOP = writeNamedEvent('message_stop', { type: 'message_stop' });
