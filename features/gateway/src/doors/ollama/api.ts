import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorPorts } from '../../door-ports.js';
import { refuseOthers } from '../../errors/unknown-route.js';
import { isObject, type JsonObject } from '../../fields/field.js';
import { ollamaModel, ollamaModels, ollamaShowRequest, ollamaVersion } from '../../fields/tables/ollama/model.js';
import { createWalk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { allowedModels } from '../../models/allowed.js';
import { askAbout } from '../../models/ask-about.js';
import { openExchange } from '../../verdict/exchange.js';
import { areNamesAllowed } from '../../verdict/names.js';
import { mountDoor } from '../mount.js';
import { speakDialect } from '../plugin.js';
import { ollamaChat } from './chat.js';
import { ollamaDialect } from './dialect.js';
import { ollamaEmbed, ollamaEmbeddings } from './embed.js';
import { ollamaGenerate } from './generate.js';

const described = (summary: string) => ({ schema: { summary, tags: ['ollama'] } });
const question = { api: 'ollama', dialect: ollamaDialect } as const;

/** The doors of Ollama's own API. */
export const ollamaDoors = [ollamaChat, ollamaGenerate, ollamaEmbed, ollamaEmbeddings] as const;

/** Ollama's own API. What changes the models of a server (pull, create, delete and so on) is the operator's: refused. */
export async function ollamaApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  speakDialect(app, ports, ollamaDialect);
  for (const door of ollamaDoors) mountDoor(app, ports, door);
  app.get('/api/tags', described('Models of the model server'), listModels(ports, '/api/tags'));
  app.get('/api/ps', described('Models that are loaded'), listModels(ports, '/api/ps'));
  app.post('/api/show', described('What a model can do'), showModel(ports));
  app.get('/api/version', described('Version of the model server'), async (_request, reply) => {
    const { body } = await askAbout(ports, reply, {
      ...question,
      method: 'GET',
      path: '/api/version',
      table: ollamaVersion,
    });
    return body;
  });
  refuseOthers(app, '/api/*');
}

function listModels(ports: DoorPorts, path: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<JsonObject> => {
    const { body, walk } = await askAbout(ports, reply, { ...question, method: 'GET', path, table: ollamaModels });
    const exchange = openExchange(ports, request, { door: 'ollama.models' });
    return { models: await allowedModels(exchange, walk, body.models) };
  };
}

function showModel(ports: DoorPorts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<JsonObject> => {
    const { body: asked } = request;
    if (!isObject(asked)) throw errors.BODY_NOT_JSON(['it is not an object']);
    walkDocument(ollamaShowRequest, asked, createWalk('request'));
    const { body, walk } = await askAbout(ports, reply, {
      ...question,
      method: 'POST',
      path: '/api/show',
      body: JSON.stringify({ model: asked.model ?? asked.name }),
      table: ollamaModel,
    });
    const exchange = openExchange(ports, request, { door: 'ollama.models', model: asked.model });
    // What it can do is in closed words, the rest is not needed.
    if (!(await areNamesAllowed(exchange, walk.names))) return { capabilities: body.capabilities ?? [] };
    return body;
  };
}
