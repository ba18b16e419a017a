import { z } from 'zod';
import type { ModelCall } from '../families/family.js';
import { base64Of } from './data-url.js';
import { bearer, type DialectSettings, type ServerDialect } from './dialect.js';
import { TokenLogprobs, tokensOf } from './tokens.js';
import { textReply } from './usage.js';
import { withoutBos } from './without-bos.js';

const Count = z.number().int().nonnegative().optional().catch(undefined);
const Answer = z
  .object({
    done: z.literal(true),
    message: z.object({ content: z.string() }).optional(),
    response: z.string().optional(),
    logprobs: TokenLogprobs.nullish(),
    prompt_eval_count: Count,
    eval_count: Count,
  })
  .transform((answer, context) => {
    const text = answer.message?.content ?? answer.response;
    if (text !== undefined) return { ...answer, text };
    context.addIssue({ code: 'custom', message: 'no text' });
    return z.NEVER;
  });

/** Ollama's own interface. Probabilities of tokens since its 0.12.11; an older one answers without. */
export const ollama: ServerDialect = {
  describe: 'Ollama, by its own /api/chat and /api/generate',
  batchSize: 1,
  keyHeader: bearer,
  refuses(call) {
    if (call.kind === 'classify') return 'it answers prompts, and classifies nothing';
    const isLost = call.kind === 'chat' && call.templateArguments && riskName(call.templateArguments) === undefined;
    return isLost ? 'it hands no arguments to a chat template' : undefined;
  },
  shares: () => false,
  write: ([call], settings) =>
    call?.kind === 'completion'
      ? { path: '/api/generate', body: { prompt: withoutBos(call.prompt), raw: true, ...common(call, settings) } }
      : { path: '/api/chat', body: { ...chat(call), ...common(call, settings) } },
  read(answer) {
    const { data } = Answer.safeParse(answer);
    if (data === undefined) return undefined;
    const { prompt_eval_count: asked, eval_count: answered } = data;
    const usage =
      asked === undefined && answered === undefined
        ? undefined
        : { prompt_tokens: asked ?? 0, completion_tokens: answered ?? 0 };
    return [textReply(data.text, tokensOf(data.logprobs), usage)];
  },
};

type ChatMessage = Extract<ModelCall, { kind: 'chat' }>['messages'][number];

const GraniteRisk = z.strictObject({ guardian_config: z.strictObject({ risk_name: z.string() }) });

/** The one argument that Ollama has a way for: its templates of Granite Guardian 3 take the risk as the system message. */
function riskName(templateArguments: Readonly<Record<string, unknown>>): string | undefined {
  return GraniteRisk.safeParse(templateArguments).data?.guardian_config.risk_name;
}

function chat(call: ModelCall | undefined): object {
  if (call?.kind !== 'chat') return {};
  const risk = riskName(call.templateArguments ?? {});
  const told: readonly ChatMessage[] = risk === undefined ? [] : [{ role: 'system', text: risk }];
  return {
    messages: [...told, ...call.messages].map(({ role, text, image }) => ({
      role,
      content: text,
      ...(image !== undefined && { images: [base64Of(image)] }),
    })),
    ...(call.reasoningEffort && { think: call.reasoningEffort }),
  };
}

/** `truncate` and `shift`: a prompt that is too long must be an error; by itself Ollama would drop its beginning in silence. */
function common(call: ModelCall | undefined, { model, logprobs, contextTokens }: DialectSettings): object {
  if (call === undefined || call.kind === 'classify') return {};
  const stop = call.kind === 'completion' ? call.stop : undefined;
  return {
    model,
    stream: false,
    truncate: false,
    shift: false,
    options: { temperature: 0, num_predict: call.maxTokens, num_ctx: contextTokens, ...(stop && { stop }) },
    ...(logprobs && call.topLogprobs > 0 && { logprobs: true, top_logprobs: call.topLogprobs }),
  };
}
