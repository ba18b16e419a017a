import { FeedbackBy, FeedbackId, FeedbackSays, MaturityLevel, Problem, VerdictId } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ACCOUNT } from '../fields/alphabet.js';
import { hasLoneSurrogate } from '../fields/surrogates.js';
import type { GatewayPorts } from '../ports.js';
import { principalOf } from '../principal/authenticate.js';

const BODY_BYTES = 2 * 1024 * 1024;
const NOTE_CHARACTERS = 2_000;
const TEXT_CHARACTERS = 200_000;

const text = (characters: number) =>
  z
    .string()
    .min(1)
    .max(characters)
    .refine((value) => !hasLoneSurrogate(value), 'holds half of a surrogate pair');

export const FeedbackRequest = z
  .strictObject({
    verdict: z.string().min(1).max(64).describe('As x-tyrian-verdict, or the verdict, names it'),
    says: FeedbackSays.describe(
      'wrong-refusal: of what was refused, held or repaired. wrong-pass: of what was allowed',
    ),
    by: FeedbackBy.describe('Who says so: somebody who uses your platform, or you'),
    account: z
      .string()
      .min(1)
      .max(256)
      .regex(ACCOUNT.pattern)
      .optional()
      .describe(
        'Whose opinion it is, as your platform names them; kept as a pseudonym only. Without it all count as one',
      ),
    rating: MaturityLevel.optional().describe('The level that would be right; only with wrong-rating'),
    note: text(NOTE_CHARACTERS).optional().describe('In their words; sealed'),
    generation: z
      .strictObject({ prompt: text(TEXT_CHARACTERS).optional(), output: text(TEXT_CHARACTERS).optional() })
      .refine(({ prompt, output }) => prompt !== undefined || output !== undefined, 'give prompt, output or both')
      .optional()
      .describe('What passed; sealed. Only with wrong-pass: what was refused is sealed already'),
  })
  .refine(({ says, rating }) => rating === undefined || says === 'wrong-rating', {
    path: ['rating'],
    error: 'only with wrong-rating',
  })
  .refine(({ says, generation }) => generation === undefined || says === 'wrong-pass', {
    path: ['generation'],
    error: 'only with wrong-pass',
  });
export type FeedbackRequest = z.infer<typeof FeedbackRequest>;

export const FeedbackAnswer = z.object({
  id: FeedbackId.describe('The same for the same opinion given again'),
  verdict: VerdictId,
  sealed: z.boolean().describe('Whether the text that it is about is sealed. If not, there is none left to look at'),
});

/** POST /v1/feedback: somebody says that a verdict was wrong. The answer tells nothing of why it was as it was. */
export function feedbackRoute(app: FastifyInstance, ports: GatewayPorts): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/feedback',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        summary: 'Say that a verdict was wrong',
        tags: ['guard'],
        body: FeedbackRequest,
        response: { 200: FeedbackAnswer, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const { keyId, tenant } = principalOf(request);
      const { verdict, ...said } = request.body;
      return ports.feedback.take(
        { ...said, verdict: VerdictId.parse(verdict) },
        { keyId, tenant, requestId: request.id },
      );
    },
  );
}
