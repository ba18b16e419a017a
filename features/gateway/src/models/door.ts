import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { abortOnDisconnect } from '../chat/call.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { modelList } from '../fields/tables/model-list.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { GatewayPorts } from '../ports.js';
import { expectType, readJsonAnswer } from '../upstream/read-answer.js';
import { readRefusal } from '../upstream/refusal.js';

/** GET /v1/models: ids and numbers only, so that there is no text to check. */
export function modelsDoor(ports: GatewayPorts) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<JsonObject> => listModels(ports, reply);
}

/** GET /v1/models/:id, found in the list, since not every model server answers for one alone. */
export function modelDoor(ports: GatewayPorts) {
  return async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply): Promise<JsonObject> => {
    const { data } = await listModels(ports, reply);
    const models: unknown[] = Array.isArray(data) ? data : [];
    const found = models.filter(isObject).find((model) => model.id === request.params['*']);
    if (!found) throw errors.NOT_FOUND(['such model'], { param: 'model' });
    return found;
  };
}

async function listModels(ports: GatewayPorts, reply: FastifyReply): Promise<JsonObject> {
  const { signal } = abortOnDisconnect(reply);
  const answer = await ports.upstream.models({ signal });
  if (answer.status >= 400) throw await readRefusal(answer, async () => false);
  expectType(answer, 'application/json');
  const body = await readJsonAnswer(answer);
  walkDocument(modelList, body, createWalk('answer'));
  return body;
}
