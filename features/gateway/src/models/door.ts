import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorPorts } from '../door-ports.js';
import { anthropicDialect } from '../doors/anthropic/dialect.js';
import { headersFor, readAnthropicHeaders } from '../doors/anthropic/headers.js';
import { openAiDialect } from '../doors/dialects/openai.js';
import { sendError } from '../doors/plugin.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { anthropicModels } from '../fields/tables/anthropic/model-list.js';
import { modelList } from '../fields/tables/model-list.js';
import type { GatewayPorts } from '../ports.js';
import { openExchange } from '../verdict/exchange.js';
import { allowedModels } from './allowed.js';
import { askAbout } from './ask-about.js';

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

/** Clients of Anthropic's API say so in a header, and read another list. */
async function listModels(ports: GatewayPorts, request: FastifyRequest, reply: FastifyReply): Promise<JsonObject> {
  return speaksAnthropic(request)
    ? listAnthropicModels(ports, request, reply)
    : listOpenAiModels(ports, request, reply);
}

function speaksAnthropic({ headers }: FastifyRequest): boolean {
  return headers['anthropic-version'] !== undefined;
}

/** Errors in the words of the client's API, as the list is. */
export function modelErrors(ports: DoorPorts) {
  return async (cause: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    sendError(ports, speaksAnthropic(request) ? anthropicDialect : openAiDialect, cause, request, reply);
}

async function listOpenAiModels(
  ports: GatewayPorts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<JsonObject> {
  const { body, walk } = await askAbout(ports, reply, {
    api: 'openai',
    method: 'GET',
    path: '/models',
    dialect: openAiDialect,
    table: modelList,
  });
  body.data = await allowedModels(openExchange(ports, request, { door: 'openai.models' }), walk, body.data);
  return body;
}

async function listAnthropicModels(
  ports: GatewayPorts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<JsonObject> {
  const { body, walk } = await askAbout(ports, reply, {
    api: 'anthropic',
    method: 'GET',
    path: '/v1/models?limit=1000',
    headers: headersFor(readAnthropicHeaders(request.headers)),
    dialect: anthropicDialect,
    table: anthropicModels,
  });
  const models = await allowedModels(openExchange(ports, request, { door: 'anthropic.models' }), walk, body.data);
  // Names for people are prose, so that the id stands for them.
  const data = models.map((model) => ({ ...model, display_name: model.id }));
  return { data, has_more: false, first_id: models[0]?.id ?? null, last_id: models.at(-1)?.id ?? null };
}
