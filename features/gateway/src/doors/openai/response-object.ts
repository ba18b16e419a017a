import { isObject, type JsonObject } from '../../fields/field.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Refusal } from '../dialect.js';

/** What a response of our own is called. */
export function responseEnvelope(exchange: Exchange, now: number): JsonObject {
  return {
    id: `resp_${exchange.id}`,
    object: 'response',
    created_at: Math.floor(now / 1000),
    model: exchange.model ?? '',
    error: null,
    instructions: null,
    metadata: {},
    parallel_tool_calls: true,
    temperature: null,
    tool_choice: 'auto',
    tools: [],
    top_p: null,
    usage: null,
  };
}

/** What stands where an answer was refused: a refusal, or a message where the assistant says it. */
export function refusalPart({ sentence, isSpoken }: Refusal): JsonObject {
  return isSpoken
    ? { type: 'output_text', text: sentence, annotations: [], logprobs: [] }
    : { type: 'refusal', refusal: sentence };
}

export function messageItem(id: string, status: string, content: readonly object[]): JsonObject {
  return { id, type: 'message', status, role: 'assistant', content };
}

/** A response that the checks ended: `output` is what had left, and the refusal. */
export function incomplete(response: JsonObject, output: readonly object[]): JsonObject {
  return { ...response, status: 'incomplete', incomplete_details: { reason: 'content_filter' }, output };
}

export function outputOf(response: unknown): JsonObject[] {
  return isObject(response) && Array.isArray(response.output) ? response.output.filter(isObject) : [];
}

/** Takes log probabilities out of an item, or of one of its parts. */
export function dropLogprobs(holder: unknown): void {
  if (!isObject(holder)) return;
  if (holder.logprobs !== undefined) holder.logprobs = [];
  if (Array.isArray(holder.content)) for (const part of holder.content) dropLogprobs(part);
}

/** Gives items the names that clients know them by, where the model server's own are not let through. */
export function nameResponse(response: JsonObject, exchange: Exchange): void {
  response.id = `resp_${exchange.id}`;
  response.model = exchange.model ?? '';
  for (const [index, item] of outputOf(response).entries()) item.id = itemName(index);
}

export function itemName(index: number): string {
  return `item_${index}`;
}
