import type { FastifyInstance } from 'fastify';
import type { DoorPorts } from './door-ports.js';
import { doors } from './doors/all.js';
import { azureDialect } from './doors/azure/dialect.js';
import { azureOf } from './doors/azure/door.js';
import type { Door } from './doors/door.js';
import { mountDoor } from './doors/mount.js';
import { storedResponses } from './doors/openai/stored-responses.js';
import { speakDialect } from './doors/plugin.js';
import { refuseOthers } from './errors/unknown-route.js';

/** What has a deployment in its address; the rest names its model itself. */
const DEPLOYED = /^\/(?:chat\/completions|completions|embeddings|images\/(?:generations|edits)|audio\/[a-z]+)$/;

/**
 * OpenAI's routes where Azure's clients look for them. The deployment is the model that is asked for; `api-version` says
 * nothing that any route here depends on.
 */
export async function azureApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  speakDialect(app, ports, azureDialect);
  for (const door of doors) {
    const azure = azureOf(door);
    const below = door.routes.flatMap((route) => (route.startsWith('/v1/') ? [route.slice('/v1'.length)] : []));
    const at = (prefix: string, paths: readonly string[]) => paths.map((path) => `${prefix}${path}`);
    const named = below.filter((path) => !DEPLOYED.test(path));
    mountDoor(app, ports, { ...azure, routes: [...at('/openai/v1', below), ...at('/openai', named)] });
    const routes = at(
      '/openai/deployments/:deployment',
      below.filter((path) => DEPLOYED.test(path)),
    );
    mountDoor(app, ports, { ...deployed(azure), routes });
  }
  storedResponses(app, ports, '/openai');
  storedResponses(app, ports, '/openai/v1');
  refuseOthers(app, '/openai/*');
}

/** A door whose model is the deployment of its address, whatever the body says. */
function deployed(door: Door): Door {
  return {
    ...door,
    prepare(document, params) {
      door.prepare?.(document, params);
      document.model = params.deployment;
    },
  };
}
