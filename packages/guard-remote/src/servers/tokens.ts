import { z } from 'zod';
import type { TokenChoice } from '../families/family.js';

const Alternative = z.object({ token: z.string(), logprob: z.number() });

/** As chat completions, Ollama and llama.cpp give them: one entry a token, with what could have stood there. */
export const TokenLogprobs = z.array(Alternative.extend({ top_logprobs: z.array(Alternative).nullish() }));
export type TokenLogprobs = z.infer<typeof TokenLogprobs>;

/** As the older `/v1/completions` gives them: parallel lists. */
export const ListedLogprobs = z.object({
  tokens: z.array(z.string()),
  token_logprobs: z.array(z.number().nullable()).nullish(),
  top_logprobs: z.array(z.record(z.string(), z.number()).nullable()).nullish(),
});

/** Most likely first, the token itself among them once. */
function choice(
  token: string,
  logprob: number | undefined,
  others: readonly { readonly token: string; readonly logprob: number }[],
): TokenChoice {
  const isListed = others.some((other) => other.token === token);
  const all = isListed || logprob === undefined ? others : [{ token, logprob }, ...others];
  return {
    token,
    alternatives: all.map((one) => ({ token: one.token, logprob: one.logprob })).sort((a, b) => b.logprob - a.logprob),
  };
}

/** `undefined` where no token came: an answer without probabilities is one. */
export function tokensOf(entries: TokenLogprobs | null | undefined): readonly TokenChoice[] | undefined {
  if (entries === null || entries === undefined || entries.length === 0) return undefined;
  return entries.map(({ token, logprob, top_logprobs }) => choice(token, logprob, top_logprobs ?? []));
}

export function listedTokensOf(lists: z.infer<typeof ListedLogprobs>): readonly TokenChoice[] | undefined {
  if (lists.tokens.length === 0) return undefined;
  return lists.tokens.map((token, at) => {
    const top = Object.entries(lists.top_logprobs?.[at] ?? {}).map(([name, logprob]) => ({ token: name, logprob }));
    return choice(token, lists.token_logprobs?.[at] ?? undefined, top);
  });
}
