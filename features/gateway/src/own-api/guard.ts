import { Audience, type Content, Role, Verdict } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../errors/problem.js';
import { ACCOUNT } from '../fields/alphabet.js';
import { LIMITS } from '../fields/limits.js';
import type { Reading } from '../fields/reading.js';
import { hasLoneSurrogate } from '../fields/surrogates.js';
import type { GatewayPorts } from '../ports.js';
import { openExchange } from '../verdict/exchange.js';
import { judge } from '../verdict/judge.js';

const Text = z
  .string()
  .min(1)
  .max(LIMITS.text)
  .refine((text) => !hasLoneSurrogate(text), 'holds half of a surrogate pair');

export const GuardRequest = z
  .strictObject({
    text: Text.optional(),
    messages: z
      .array(z.strictObject({ role: Role, content: Text }))
      .min(1)
      .max(LIMITS.messages)
      .optional(),
    as: z.enum(['prompt', 'output']).default('prompt').describe('What the text is; of messages, what the last one is'),
    audience: Audience.optional().describe("Can only be stricter than the key's"),
    account: z
      .string()
      .min(1)
      .max(256)
      .regex(ACCOUNT.pattern)
      .optional()
      .describe('Who sent it, as your platform names them'),
  })
  .refine((body) => (body.text === undefined) !== (body.messages === undefined), 'give either text or messages');
export type GuardRequest = z.infer<typeof GuardRequest>;

/** POST /v1/guard: what the guard says about a text, for platforms that keep the model to themselves. */
export function guardRoute(app: FastifyInstance, ports: GatewayPorts): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/guard',
    {
      schema: {
        summary: 'Check a text or a conversation',
        tags: ['guard'],
        body: GuardRequest,
        response: { 200: Verdict, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const { audience, account, ...body } = request.body;
      const exchange = openExchange(ports, request, { door: 'guard', audience, account });
      const { verdict, commit } = await judge(ports, exchange, readingOf(body), {
        stage: body.as === 'output' ? 'output' : 'input',
      });
      await ports.recorder.append(commit);
      return verdict;
    },
  );
}

/** Nothing is written back here: the caller gets the repairs and makes them. */
function readingOf(body: Pick<GuardRequest, 'text' | 'messages' | 'as'>): Reading {
  const stage = body.as === 'output' ? 'output' : 'input';
  const contents: Content[] = body.messages
    ? body.messages.map(({ role, content }, index) => ({
        modality: 'text',
        place: `messages[${index}].content`,
        role,
        stage,
        text: content,
      }))
    : [
        {
          modality: 'text',
          place: 'text',
          role: stage === 'output' ? 'assistant' : 'user',
          stage,
          text: body.text ?? '',
        },
      ];
  const characters = contents.reduce(
    (sum, content) => sum + (content.modality === 'text' ? content.text.length : 0),
    0,
  );
  const sources = new Map(
    contents.map((content) => {
      const whole = content.modality === 'text' ? content.text : '';
      const { place, role } = content;
      const piece = { text: whole, holder: {}, key: 'text' };
      return [
        place,
        {
          channel: { place, role, modality: 'text' as const, encoding: 'plain' as const, choice: -1, pieces: [piece] },
          whole,
        },
      ];
    }),
  );
  return { contents, sources, characters };
}
