import type { FastifyInstance } from 'fastify';
import type { DoorPorts } from './door-ports.js';
import { openAiDoors } from './doors/all.js';
import { openAiDialect } from './doors/dialects/openai.js';
import { mountDoor } from './doors/mount.js';
import { storedResponses } from './doors/openai/stored-responses.js';
import { speakDialect } from './doors/plugin.js';
import { refuseOthers } from './errors/unknown-route.js';
import { mountFiles } from './files/routes.js';
import { modelDoor, modelErrors, modelsDoor } from './models/door.js';
import { moderationsDoor } from './moderations/door.js';
import { refuseRealtime } from './realtime/door.js';

const described = (summary: string) => ({ schema: { summary, tags: ['openai'] } });

/** The OpenAI door. Whatever else stands under /v1 would pass unchecked, so it is refused. */
export async function openAiApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  speakDialect(app, ports, openAiDialect);
  for (const door of openAiDoors) mountDoor(app, ports, door);
  storedResponses(app, ports);
  mountFiles(app, ports);
  app.post('/v1/moderations', described('Moderation scores of texts'), moderationsDoor(ports));
  const errorHandler = modelErrors(ports);
  app.get('/v1/models', { ...described('Models of the model server'), errorHandler }, modelsDoor(ports));
  app.get<{ Params: { '*': string } }>('/v1/models/*', { ...described('One model'), errorHandler }, modelDoor(ports));
  // An upgrade to a WebSocket comes here like any request, since nothing listens for one.
  for (const url of ['/v1/realtime', '/v1/realtime/*']) {
    app.all(url, { schema: { hide: true }, onRequest: refuseRealtime }, refuseRealtime);
  }
  refuseOthers(app, '/v1/*', '/v1');
}
