import type { FastifyInstance } from 'fastify';
import type { DoorPorts } from '../../door-ports.js';
import { refuseOthers } from '../../errors/unknown-route.js';
import { speakDialect } from '../plugin.js';
import { mcpDialect } from './dialect.js';
import { endSession, listen } from './listen.js';
import { postMessage } from './post.js';

const MESSAGE_BYTES = 4 * 1024 * 1024;
const described = (summary: string) => ({ schema: { summary, tags: ['mcp'] } });

/** MCP servers of the operator, over Streamable HTTP. */
export async function mcpApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  speakDialect(app, ports, mcpDialect);
  const url = '/mcp/:server';
  app.post(url, { ...described('A message to an MCP server'), bodyLimit: MESSAGE_BYTES }, postMessage(ports));
  app.get(url, described('What an MCP server says of itself'), listen(ports));
  app.delete(url, described('Ends a session with an MCP server'), endSession(ports));
  refuseOthers(app, '/mcp', '/mcp/*');
}
