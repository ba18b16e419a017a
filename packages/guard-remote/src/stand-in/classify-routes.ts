import { z } from 'zod';
import { parseRequest } from './parse-request.js';
import type { RouteRequest, StandInRoute } from './routes.js';
import type { Said } from './stand-in-model.js';

const MOST_TEXTS = 32;
const Texts = z.union([z.string().transform((text) => [text]), z.array(z.string()).min(1).max(MOST_TEXTS)]);
const VllmBody = z.object({ model: z.string(), input: Texts });
const TeiBody = z.object({
  inputs: z
    .array(z.tuple([z.string()]))
    .min(1)
    .max(MOST_TEXTS),
  truncate: z.boolean().optional(),
});
const PlainBody = z.strictObject({ text: z.string() });
const Part = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string() }) }),
]);
const ModerationBody = z.object({
  model: z.string(),
  input: z.union([
    Texts,
    z.array(Part).transform((parts) => [parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n')]),
  ]),
});
const AzureBody = z.object({ text: z.string().min(1).max(10_000), outputType: z.literal('EightSeverityLevels') });

const texts = (input: readonly string[], model?: string): RouteRequest => ({
  model,
  topLogprobs: 0,
  asked: input.map((text) => ({ kind: 'classify', text })),
});
const scoresOf = (said: Said | undefined) => Object.entries(typeof said === 'object' ? said : {});
const openAiError = (status: number, message: string) => ({
  error: { message, type: 'invalid_request_error', param: null, code: status },
});

/** The interfaces that take texts and give scores. */
export const classifyRoutes: Readonly<Record<string, StandInRoute>> = {
  '/classify': {
    read(body) {
      const { model, input } = parseRequest(VllmBody, body);
      return texts(input, model);
    },
    answer: (said, { model }) => ({
      object: 'list',
      model,
      data: said.map((one, index) => {
        const entries = scoresOf(one);
        const [label] = entries.toSorted((a, b) => b[1] - a[1])[0] ?? [];
        return { index, label, probs: entries.map(([, score]) => score), num_classes: entries.length };
      }),
    }),
    refuse: openAiError,
  },
  '/predict': {
    read: (body) => texts(parseRequest(TeiBody, body).inputs.map(([text]) => text)),
    answer: (said) =>
      said.map((one) =>
        scoresOf(one)
          .toSorted((a, b) => b[1] - a[1])
          .map(([label, score]) => ({ label, score })),
      ),
    refuse: (_status, error) => ({ error, error_type: 'Validation' }),
  },
  '/scores': {
    read: (body) => texts([parseRequest(PlainBody, body).text]),
    answer: ([said]) => ({ scores: said }),
    refuse: (_status, error) => ({ error }),
  },
  '/v1/moderations': {
    read(body) {
      const { model, input } = parseRequest(ModerationBody, body);
      return texts(input, model);
    },
    answer: (said, { model }) => ({
      id: 'modr-stand-in',
      model,
      results: said.map((one) => {
        const categories = Object.fromEntries(scoresOf(one).map(([name, score]) => [name, score >= 0.5]));
        return { flagged: Object.values(categories).includes(true), categories, category_scores: one };
      }),
    }),
    refuse: openAiError,
  },
  '/contentsafety/text:analyze': {
    read: (body) => texts([parseRequest(AzureBody, body).text]),
    answer: ([said]) => ({
      blocklistsMatch: [],
      categoriesAnalysis: scoresOf(said).map(([category, severity]) => ({ category, severity })),
    }),
    refuse: (status, message) => ({ error: { code: status === 401 ? 'Unauthorized' : 'InvalidRequestBody', message } }),
  },
};
