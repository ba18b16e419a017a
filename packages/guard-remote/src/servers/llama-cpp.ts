import { z } from 'zod';
import { bearer, type ServerDialect } from './dialect.js';
import { TokenLogprobs, tokensOf } from './tokens.js';
import { textReply } from './usage.js';
import { withoutBos } from './without-bos.js';

const Count = z.number().int().nonnegative().optional().catch(undefined);
const Likely = z.object({ tok_str: z.string(), prob: z.number().min(0).max(1) });

/** Builds before the end of 2024 gave probabilities instead of their logarithms. */
const OlderProbabilities = z.array(z.object({ content: z.string(), probs: z.array(Likely) })).transform((entries) =>
  entries.map(({ content, probs }): TokenLogprobs[number] => {
    const top = probs.map(({ tok_str, prob }) => ({ token: tok_str, logprob: Math.log(prob) }));
    const own = top.find(({ token }) => token === content);
    return { token: content, logprob: own?.logprob ?? Number.NEGATIVE_INFINITY, top_logprobs: top };
  }),
);

const Answer = z.object({
  content: z.string(),
  /** True where it left out a part of the prompt, which then was not judged. */
  truncated: z.literal(false).optional(),
  completion_probabilities: z.union([TokenLogprobs, OlderProbabilities]).nullish(),
  tokens_evaluated: Count,
  tokens_predicted: Count,
});

/** llama.cpp's own `/completion`; for chats use its `/v1` as an OpenAI-compatible server. */
export const llamaCpp: ServerDialect = {
  describe: 'llama.cpp, by its own /completion; for chats use openai-compatible',
  batchSize: 1,
  keyHeader: bearer,
  refuses: (call) => (call.kind === 'completion' ? undefined : 'it takes whole prompts; use openai-compatible'),
  shares: () => false,
  write: ([call], { logprobs }) => {
    if (call?.kind !== 'completion') return { path: '/completion', body: {} };
    return {
      path: '/completion',
      body: {
        prompt: withoutBos(call.prompt),
        n_predict: call.maxTokens,
        temperature: 0,
        stream: false,
        cache_prompt: true,
        ...(call.stop && { stop: call.stop }),
        ...(logprobs && call.topLogprobs > 0 && { n_probs: call.topLogprobs }),
      },
    };
  },
  read(answer) {
    const { data } = Answer.safeParse(answer);
    if (data === undefined) return undefined;
    const usage = { prompt_tokens: data.tokens_evaluated ?? 0, completion_tokens: data.tokens_predicted ?? 0 };
    return [textReply(data.content, tokensOf(data.completion_probabilities), usage)];
  },
};
