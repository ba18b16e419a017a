import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { abortOnDisconnect } from '../doors/call.js';
import { openAiDialect } from '../doors/dialects/openai.js';
import { readRefusal } from '../doors/upstream-refusal.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { modelList } from '../fields/tables/model-list.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { GatewayPorts } from '../ports.js';
import { principalOf } from '../principal/authenticate.js';
import { expectType, readJsonAnswer } from '../upstream/read-answer.js';
import { type Exchange, openExchange } from '../verdict/exchange.js';
import { areNamesAllowed } from '../verdict/names.js';

/** GET /v1/models: ids and numbers only, of the models whose names the guard lets through. */
export function modelsDoor(ports: GatewayPorts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<JsonObject> => listModels(ports, request, reply);
}

/** GET /v1/models/:id, found in the list, since not every model server answers for one alone. */
export function modelDoor(ports: GatewayPorts) {
  return async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply): Promise<JsonObject> => {
    const { data } = await listModels(ports, request, reply);
    const models: unknown[] = Array.isArray(data) ? data : [];
    const found = models.filter(isObject).find((model) => model.id === request.params['*']);
    if (!found) throw errors.NOT_FOUND(['such model'], { param: 'model' });
    return found;
  };
}

async function listModels(ports: GatewayPorts, request: FastifyRequest, reply: FastifyReply): Promise<JsonObject> {
  const abort = abortOnDisconnect(reply);
  try {
    const answer = await ports.upstream.send({
      api: 'openai',
      method: 'GET',
      path: '/models',
      accept: 'application/json',
      upstream: principalOf(request).upstream ?? undefined,
      signal: abort.signal,
    });
    if (answer.status >= 400) throw await readRefusal(answer, openAiDialect, async () => false);
    expectType(answer, 'application/json');
    const body = await readJsonAnswer(answer);
    const walk = createWalk('answer');
    walkDocument(modelList, body, walk);
    const exchange = openExchange(ports, request, { door: 'openai.models' });
    if (!(await areNamesAllowed(exchange, walk.names))) body.data = await allowedModels(exchange, body.data);
    return body;
  } finally {
    // A body that nobody reads to its end would keep its connection.
    abort.abort();
  }
}

async function allowedModels(exchange: Exchange, models: unknown): Promise<JsonObject[]> {
  const allowed: JsonObject[] = [];
  for (const model of Array.isArray(models) ? models.filter(isObject) : []) {
    const names = Object.values(model).filter((value) => typeof value === 'string');
    if (await areNamesAllowed(exchange, names)) allowed.push(model);
  }
  return allowed;
}
