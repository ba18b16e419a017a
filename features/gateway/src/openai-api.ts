import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DoorPorts } from './door-ports.js';
import { doors } from './doors/all.js';
import { openAiDialect } from './doors/dialects/openai.js';
import { speakDialect } from './doors/plugin.js';
import { answerAt } from './doors/run.js';
import { modelDoor, modelsDoor } from './models/door.js';
import { moderationsDoor } from './moderations/door.js';

const described = (summary: string) => ({ schema: { summary, tags: ['openai'] } });

/** The OpenAI door. Whatever else stands under /v1 would pass unchecked, so it is refused. */
export async function openAiApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  speakDialect(app, ports, openAiDialect);
  for (const door of doors) {
    for (const route of door.routes) app.post(route, described(door.summary), answerAt(ports, door));
  }
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
