import { z } from 'zod';
import type { ModelCall, ModelReply } from '../families/family.js';
import { bearer, type DialectSettings, type ServerDialect } from './dialect.js';
import { ListedLogprobs, listedTokensOf, TokenLogprobs, tokensOf } from './tokens.js';
import { textReply, Usage } from './usage.js';
import { withoutBos } from './without-bos.js';

const Chat = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string() }),
        logprobs: z.object({ content: TokenLogprobs.nullish() }).nullish(),
      }),
    )
    .min(1),
  usage: Usage,
});

const Completion = z.object({
  choices: z
    .array(
      z.object({
        text: z.string(),
        // llama.cpp answers here in the form of a chat.
        logprobs: z.union([ListedLogprobs, z.object({ content: TokenLogprobs })]).nullish(),
      }),
    )
    .min(1),
  usage: Usage,
});

/** vLLM, SGLang, llama.cpp, LM Studio, Ollama under `/v1`, and hosted services. */
export const openaiCompatible: ServerDialect = {
  describe: 'Any server of /v1/chat/completions and /v1/completions: vLLM, SGLang, LM Studio, llama.cpp',
  folder: '/v1',
  batchSize: 1,
  keyHeader: bearer,
  refuses: (call) => (call.kind === 'classify' ? 'it answers prompts, and classifies nothing' : undefined),
  shares: () => false,
  write: ([call], settings) =>
    call?.kind === 'completion'
      ? { path: '/completions', body: completionBody(call, settings) }
      : { path: '/chat/completions', body: chatBody(call, settings) },
  read: (answer, [call]) => (call?.kind === 'completion' ? readCompletion(answer) : readChat(answer)),
};

function chatBody(call: ModelCall | undefined, { model, logprobs }: DialectSettings): object {
  if (call?.kind !== 'chat') return {};
  return {
    model,
    messages: call.messages.map(({ role, text, image }) => ({
      role,
      content:
        image === undefined
          ? text
          : [
              { type: 'image_url', image_url: { url: image } },
              { type: 'text', text },
            ],
    })),
    max_tokens: call.maxTokens,
    temperature: 0,
    stream: false,
    ...(logprobs && call.topLogprobs > 0 && { logprobs: true, top_logprobs: call.topLogprobs }),
    ...(call.templateArguments && { chat_template_kwargs: call.templateArguments }),
    ...(call.reasoningEffort && { reasoning_effort: call.reasoningEffort }),
  };
}

function completionBody(call: ModelCall & { kind: 'completion' }, { model, logprobs }: DialectSettings): object {
  return {
    model,
    prompt: withoutBos(call.prompt),
    max_tokens: call.maxTokens,
    temperature: 0,
    stream: false,
    ...(call.stop && { stop: call.stop }),
    ...(logprobs && call.topLogprobs > 0 && { logprobs: call.topLogprobs }),
  };
}

function readChat(answer: unknown): readonly ModelReply[] | undefined {
  const { data } = Chat.safeParse(answer);
  const choice = data?.choices[0];
  if (choice === undefined) return undefined;
  return [textReply(choice.message.content, tokensOf(choice.logprobs?.content), data?.usage)];
}

function readCompletion(answer: unknown): readonly ModelReply[] | undefined {
  const { data } = Completion.safeParse(answer);
  const choice = data?.choices[0];
  if (choice === undefined) return undefined;
  const { logprobs } = choice;
  const tokens = logprobs && 'content' in logprobs ? tokensOf(logprobs.content) : logprobs && listedTokensOf(logprobs);
  return [textReply(choice.text, tokens ?? undefined, data?.usage)];
}
