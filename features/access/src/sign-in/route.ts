import { Problem } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Place } from '../members/limits.js';
import { knownOf } from './cookies.js';

const BODY_BYTES = 16 * 1024;

/** One POST under /console/api: a body, an answer, and problem+json for all that is wrong. */
export function consoleRoute<Body extends z.ZodType, Answer extends z.ZodType>(
  app: FastifyInstance,
  path: string,
  { summary, body, answer }: { readonly summary: string; readonly body: Body; readonly answer: Answer },
  run: (body: z.output<Body>, request: FastifyRequest, reply: FastifyReply) => Promise<z.output<Answer>>,
): void {
  app.post(
    `/console/api${path}`,
    {
      bodyLimit: BODY_BYTES,
      schema: {
        operationId: path.slice(1),
        summary,
        tags: ['console'],
        body,
        response: { 200: answer, '4xx': Problem, '5xx': Problem },
      },
    },
    // The validator compiler has parsed the body by the schema that stands beside it.
    async (request, reply) => run(request.body as z.output<Body>, request, reply),
  );
}

export function placeOf(request: FastifyRequest): Place {
  return { address: request.ip, known: knownOf(request) };
}

/** Says only that it is done. */
export const DONE = { done: true } as const;
