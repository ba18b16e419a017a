import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Speech to speech has no text to check before it is heard. The connection closes: a WebSocket client waits for nothing. */
export async function refuseRealtime(_request: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('connection', 'close');
  throw errors.REALTIME_REFUSED();
}
