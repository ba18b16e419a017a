import { z } from 'zod';
import { answerTokens } from './answer-tokens.js';
import { parseRequest } from './parse-request.js';
import type { RouteRequest, StandInRoute } from './routes.js';
import type { Asked, Said } from './stand-in-model.js';

const Parts = z.array(z.looseObject({ type: z.string(), text: z.string().optional() }));
const Message = z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.union([z.string(), Parts]) });
const Many = z.array(Message).min(1);
const MaxTokens = z.number().int().positive().optional();
const Top = z.number().int().min(0).max(20);

const ChatBody = z.object({
  model: z.string(),
  messages: Many,
  stream: z.literal(false).optional(),
  max_tokens: MaxTokens,
  logprobs: z.boolean().optional(),
  top_logprobs: Top.optional(),
  chat_template_kwargs: z.record(z.string(), z.unknown()).optional(),
});
const CompletionBody = z.object({
  model: z.string(),
  prompt: z.string(),
  stream: z.literal(false).optional(),
  max_tokens: MaxTokens,
  logprobs: Top.optional(),
});
const Ollama = {
  model: z.string(),
  stream: z.literal(false),
  logprobs: z.boolean().optional(),
  top_logprobs: Top.optional(),
  options: z.object({ num_predict: MaxTokens, num_ctx: z.number().int().positive().optional() }).optional(),
};
const OllamaChat = z.object({ ...Ollama, messages: Many });
const OllamaGenerate = z.object({ ...Ollama, prompt: z.string(), raw: z.literal(true) });
const LlamaCpp = z.object({ prompt: z.string(), n_predict: MaxTokens, n_probs: Top.optional() });

const openAiError = (status: number, message: string) => ({
  error: { message, type: 'invalid_request_error', param: null, code: status },
});
const ollamaError = (_status: number, message: string) => ({ error: message });

/** Answers of a given length: models stop at the most tokens they are given. */
function spoken(said: readonly Said[], { maxTokens, topLogprobs }: RouteRequest) {
  const text = typeof said[0] === 'string' ? said[0] : JSON.stringify(said[0]);
  const tokens = answerTokens(text, topLogprobs).slice(0, maxTokens);
  const whole = tokens.map(({ token }) => token).join('');
  return { text: whole, tokens, isCut: whole.length < text.length, wants: topLogprobs > 0 };
}

function chatOf(messages: z.infer<typeof Many>, templateArguments: Readonly<Record<string, unknown>>): Asked {
  return {
    kind: 'chat',
    templateArguments,
    messages: messages.map(({ role, content }) => ({
      role,
      text: typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n'),
    })),
  };
}

const countTokens = (request: RouteRequest): number => Math.ceil(JSON.stringify(request.asked).length / 4);

function usage(request: RouteRequest, completion_tokens: number): object {
  const prompt_tokens = countTokens(request);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** The interfaces that take prompts. */
export const promptRoutes: Readonly<Record<string, StandInRoute>> = {
  '/v1/chat/completions': {
    read(body) {
      const { model, messages, max_tokens, logprobs, top_logprobs, chat_template_kwargs } = parseRequest(
        ChatBody,
        body,
      );
      const asked = [chatOf(messages, chat_template_kwargs ?? {})];
      return { model, asked, maxTokens: max_tokens, topLogprobs: logprobs === true ? (top_logprobs ?? 0) : 0 };
    },
    answer(said, request) {
      const { text, tokens, isCut, wants } = spoken(said, request);
      const logprobs = wants ? { content: tokens } : null;
      const message = { role: 'assistant', content: text };
      return {
        object: 'chat.completion',
        model: request.model,
        choices: [{ index: 0, message, logprobs, finish_reason: isCut ? 'length' : 'stop' }],
        usage: usage(request, tokens.length),
      };
    },
    refuse: openAiError,
  },
  '/v1/completions': {
    read(body) {
      const { model, prompt, max_tokens, logprobs } = parseRequest(CompletionBody, body);
      return { model, asked: [{ kind: 'completion', prompt }], maxTokens: max_tokens, topLogprobs: logprobs ?? 0 };
    },
    answer(said, request) {
      const { text, tokens, isCut, wants } = spoken(said, request);
      const lists = {
        tokens: tokens.map(({ token }) => token),
        token_logprobs: tokens.map(({ logprob }) => logprob),
        top_logprobs: tokens.map((one) => Object.fromEntries(one.top_logprobs.map((top) => [top.token, top.logprob]))),
      };
      return {
        object: 'text_completion',
        model: request.model,
        choices: [{ index: 0, text, logprobs: wants ? lists : null, finish_reason: isCut ? 'length' : 'stop' }],
        usage: usage(request, tokens.length),
      };
    },
    refuse: openAiError,
  },
  '/api/chat': {
    read(body) {
      const { model, messages, ...more } = parseRequest(OllamaChat, body);
      return { model, asked: [chatOf(messages, {})], ...ollamaWants(more) };
    },
    answer: (said, request) => {
      const { text, ...more } = ollamaAnswer(said, request);
      return { ...more, message: { role: 'assistant', content: text } };
    },
    refuse: ollamaError,
  },
  '/api/generate': {
    read(body) {
      const { model, prompt, ...more } = parseRequest(OllamaGenerate, body);
      return { model, asked: [{ kind: 'completion', prompt }], ...ollamaWants(more) };
    },
    answer: (said, request) => {
      const { text, ...more } = ollamaAnswer(said, request);
      return { ...more, response: text };
    },
    refuse: ollamaError,
  },
  '/completion': {
    read(body) {
      const { prompt, n_predict, n_probs } = parseRequest(LlamaCpp, body);
      return { asked: [{ kind: 'completion', prompt }], maxTokens: n_predict, topLogprobs: n_probs ?? 0 };
    },
    answer(said, request) {
      const { text, tokens, wants } = spoken(said, request);
      return {
        content: text,
        stop: true,
        truncated: false,
        tokens_evaluated: countTokens(request),
        tokens_predicted: tokens.length,
        ...(wants && { completion_probabilities: tokens.map((token, id) => ({ id, ...token })) }),
      };
    },
    refuse: openAiError,
  },
};

function ollamaWants(body: {
  logprobs?: boolean | undefined;
  top_logprobs?: number | undefined;
  options?: { num_predict?: number | undefined } | undefined;
}) {
  return { maxTokens: body.options?.num_predict, topLogprobs: body.logprobs === true ? (body.top_logprobs ?? 0) : 0 };
}

function ollamaAnswer(said: readonly Said[], request: RouteRequest) {
  const { text, tokens, wants } = spoken(said, request);
  const counts = { prompt_eval_count: countTokens(request), eval_count: tokens.length };
  return { model: request.model, done: true, done_reason: 'stop', ...counts, text, ...(wants && { logprobs: tokens }) };
}
