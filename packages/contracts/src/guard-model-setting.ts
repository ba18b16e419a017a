import { z } from 'zod';

const Share = z.number().min(0).max(1);
const Price = z.number().nonnegative().optional();

/** The family whose models are folders of the machine that asks them. */
const FOLDER_FAMILY = 'onnx-classifier';

const Fields = z.strictObject({
  /** A family of guard models: `llama-guard-3`. */
  family: z.string().min(1).max(60),
  /** A kind of server: `ollama`. */
  server: z.string().min(1).max(60),
  /** Of its server, or of its folder. */
  url: z.url({ protocol: /^(https?|file)$/, error: 'must be an http(s) URL' }).max(500),
  /** As the server names it. */
  model: z.string().min(1).max(200),
  /** Name of the environment variable that holds the server's key. */
  keyFrom: z
    .string()
    .regex(/^TYRIAN_GUARD_KEY(_[A-Z0-9_]{1,40})?$/, 'must be TYRIAN_GUARD_KEY, or TYRIAN_GUARD_KEY_ and more')
    .optional(),
  /** Asked only where the highest score of another detector lies in between. */
  asked: z
    .strictObject({ after: z.string().min(1).max(80), from: Share, to: Share })
    .refine(({ from, to }) => from <= to, 'the band ends before it begins')
    .optional(),
  /** Where it cannot answer, the content counts as not covered and not as failed. */
  optional: z.boolean().default(false),
  /** False for a server that refuses to be asked for the probabilities of tokens. */
  logprobs: z.boolean().optional(),
  prices: z
    .strictObject({ perCall: Price, perMillionPromptTokens: Price, perMillionCompletionTokens: Price })
    .optional(),
});

/** A guard model that an operator has put into force: which, where, and when it is asked. Keys stay in the environment. */
export const GuardModelSetting = Fields.refine(
  ({ family, url }) => /^file:/i.test(url) === (family === FOLDER_FAMILY),
  { path: ['url'], error: `must be an http(s) URL, or file: for ${FOLDER_FAMILY}` },
);
export type GuardModelSetting = z.infer<typeof GuardModelSetting>;
