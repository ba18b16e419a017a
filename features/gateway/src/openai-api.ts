import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptJsonBodies } from './body/read-json.js';
import { chatDoor } from './chat/door.js';
import type { DoorPorts } from './door-ports.js';
import { asTyrianError } from './errors/fault.js';
import { toOpenAiError } from './errors/openai.js';
import { recordRejected } from './errors/rejected.js';
import { sayRetry } from './errors/retry.js';
import { modelDoor, modelsDoor } from './models/door.js';
import { moderationsDoor } from './moderations/door.js';
import { requirePrincipal } from './principal/authenticate.js';
import { UpstreamRefusal } from './upstream/refusal.js';

const described = (summary: string) => ({ schema: { summary, tags: ['openai'] } });

/** The OpenAI door. Whatever else stands under /v1 would pass unchecked, so it is refused. */
export async function openAiApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  acceptJsonBodies(app);
  requirePrincipal(app, ports);
  app.setErrorHandler(async (cause, request, reply) => sendError(ports, cause, request, reply));
  app.post('/v1/chat/completions', described('Chat completions, with prompt and answer checked'), chatDoor(ports));
  app.post('/v1/moderations', described('Moderation scores of texts'), moderationsDoor(ports));
  app.get('/v1/models', described('Models of the model server'), modelsDoor(ports));
  app.get<{ Params: { '*': string } }>('/v1/models/*', described('One model'), modelDoor(ports));
  // Before the body is read, whatever its type.
  const refused = { schema: { hide: true }, onRequest: refuseRoute };
  app.all('/v1/*', refused, refuseRoute);
  app.all('/v1', refused, refuseRoute);
}

async function refuseRoute(request: FastifyRequest): Promise<never> {
  const [path = ''] = request.url.split('?');
  throw errors.ROUTE_UNKNOWN([`${request.method} ${path.slice(0, 100)}`]);
}

async function sendError(
  ports: DoorPorts,
  cause: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (cause instanceof UpstreamRefusal) {
    if (cause.retryAfter !== undefined) reply.header('retry-after', cause.retryAfter);
    return reply.code(cause.status).send(cause.body);
  }
  const error = asTyrianError(cause, request.id, ports.log);
  const door = request.routeOptions.url ?? 'unknown';
  await recordRejected(ports, request, door, error);
  sayRetry(reply, error);
  return reply.code(error.status).send(toOpenAiError(error));
}
