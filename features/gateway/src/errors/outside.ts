import { errors, type TyrianError, toProblem } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toOpenAiError } from './openai.js';

/** Answers what no route takes, without a word of its address. */
export function answerOutside(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => sendOutside(errors.NOT_FOUND(['such page']), request, reply));
}

/** Answers a request that fastify could not route, such as one whose address is not valid. */
export function sendFrameworkError(_cause: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendOutside(errors.INVALID_INPUT(['The address of the request is not valid']), request, reply);
}

function sendOutside(error: TyrianError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('x-request-id', request.id).code(error.status);
  if (/^\/v1(?:[/?]|$)/.test(request.url)) return reply.send(toOpenAiError(error));
  return reply
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(toProblem(error, request.id));
}
