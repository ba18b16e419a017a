import type { FastifyInstance } from 'fastify';
import type { DoorPorts } from '../../door-ports.js';
import { mountDoor } from '../mount.js';
import { speakDialect } from '../plugin.js';
import { countTokens } from './count-tokens.js';
import { anthropicDialect } from './dialect.js';
import { messages } from './messages.js';

/** The doors of Anthropic's API. */
export const anthropicDoors = [messages, countTokens] as const;

export async function anthropicApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  speakDialect(app, ports, anthropicDialect);
  for (const door of anthropicDoors) mountDoor(app, ports, door);
}
