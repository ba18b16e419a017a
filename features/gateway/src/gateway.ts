import type { FastifyPluginAsync } from 'fastify';
import { azureApi } from './azure-api.js';
import { createWaitingRoom } from './conduct/waiting-room.js';
import { requirePlainRequests } from './connections/plain-request.js';
import type { DoorPorts } from './door-ports.js';
import { anthropicApi } from './doors/anthropic/api.js';
import { mcpApi } from './doors/mcp/api.js';
import { createToolPins } from './doors/mcp/tool-pins.js';
import { ollamaApi } from './doors/ollama/api.js';
import { answerOutside } from './errors/outside.js';
import { openAiApi } from './openai-api.js';
import { ownApi } from './own-api/plugin.js';
import type { GatewayPorts } from './ports.js';
import { watchRequests } from './telemetry/watch-requests.js';

/**
 * The doors as one plugin: the routes of OpenAI, Anthropic, Ollama and MCP, and our own API, each with its own way to read bodies and to word errors.
 *
 * @example
 * const app = fastify(serverLimits);
 * await app.register(createGateway({ principals, guardFor, recorder, releases, holds, feedback, pseudonyms, upstream, clock, log }));
 */
export function createGateway(ports: GatewayPorts): FastifyPluginAsync {
  const doorPorts: DoorPorts = { ...ports, waiting: createWaitingRoom(), toolPins: createToolPins() };
  return async (app) => {
    watchRequests(app, ports.telemetry);
    answerOutside(app);
    requirePlainRequests(app);
    await app.register(async (door) => openAiApi(door, doorPorts));
    await app.register(async (door) => azureApi(door, doorPorts));
    await app.register(async (door) => anthropicApi(door, doorPorts));
    await app.register(async (door) => ollamaApi(door, doorPorts));
    await app.register(async (door) => mcpApi(door, doorPorts));
    await app.register(async (door) => ownApi(door, doorPorts));
  };
}
