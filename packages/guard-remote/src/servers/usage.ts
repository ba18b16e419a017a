import { z } from 'zod';
import type { ModelReply, TokenChoice } from '../families/family.js';

const Count = z.number().int().nonnegative();

/** Tokens that an answer took, where a server counts them in a way that we know. */
export const Usage = z.object({ prompt_tokens: Count, completion_tokens: Count }).nullish().catch(undefined);
type Usage = z.infer<typeof Usage>;

export function textReply(text: string, tokens: readonly TokenChoice[] | undefined, usage: Usage): ModelReply {
  return {
    kind: 'text',
    text,
    ...(tokens && { tokens }),
    ...(usage && { usage: { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens } }),
  };
}
