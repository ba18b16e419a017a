import type { FastifyReply } from 'fastify';

/** Aborts when the client goes away before its answer is complete, so that the model server can stop as well. */
export function abortOnDisconnect(reply: FastifyReply): AbortController {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller;
}
