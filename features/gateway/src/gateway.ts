import type { FastifyPluginAsync } from 'fastify';
import { azureApi } from './azure-api.js';
import { createWaitingRoom } from './conduct/waiting-room.js';
import { requirePlainRequests } from './connections/plain-request.js';
import type { DoorPorts } from './door-ports.js';
import { anthropicApi } from './doors/anthropic/api.js';
import { ollamaApi } from './doors/ollama/api.js';
import { answerOutside } from './errors/outside.js';
import { openAiApi } from './openai-api.js';
import { ownApi } from './own-api/plugin.js';
import type { GatewayPorts } from './ports.js';

/**
 * The doors as one plugin: the routes of OpenAI, Anthropic and Ollama, and our own API, each with its own way to read bodies and to word errors.
 *
 * @example
 * const app = fastify(serverLimits);
 * await app.register(createGateway({ principals, guardFor, recorder, releases, holds, feedback, pseudonyms, upstream, clock, log }));
 */
export function createGateway(ports: GatewayPorts): FastifyPluginAsync {
  const doorPorts: DoorPorts = { ...ports, waiting: createWaitingRoom() };
  return async (app) => {
    answerOutside(app);
    requirePlainRequests(app);
    await app.register(async (door) => openAiApi(door, doorPorts));
    await app.register(async (door) => azureApi(door, doorPorts));
    await app.register(async (door) => anthropicApi(door, doorPorts));
    await app.register(async (door) => ollamaApi(door, doorPorts));
    await app.register(async (door) => ownApi(door, doorPorts));
  };
}
