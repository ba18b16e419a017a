import type { FastifyInstance } from 'fastify';
import type { DoorPorts } from '../door-ports.js';
import type { Door } from './door.js';
import { answerAt } from './run.js';

/** Puts the routes of a door into the app; one that reads forms takes them, with as many bytes as it says. */
export function mountDoor(app: FastifyInstance, ports: DoorPorts, door: Door): void {
  const options = {
    schema: { summary: door.summary, tags: door.name.split('.', 1) },
    ...(door.bodyLimit !== undefined && { bodyLimit: door.bodyLimit }),
  };
  const handler = answerAt(ports, door);
  if (!door.readBody) {
    for (const route of door.routes) app.post(route, options, handler);
    return;
  }
  void app.register(async (inner) => {
    acceptForms(inner);
    for (const route of door.routes) inner.post(route, options, handler);
  });
}

/** Leaves the bytes of a form as they are: who takes it reads it. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => body,
  );
}
