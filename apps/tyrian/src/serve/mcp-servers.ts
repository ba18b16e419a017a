import { errors } from '@tyrian/contracts';
import { demoMcpServer, type McpServer, mcpServer } from '@tyrian/gateway';
import type { Config, Secrets } from '../config/config.js';

/**
 * The MCP servers that are configured; without one, and without a model server, the built-in one. Throws CONFIG_INVALID
 * where a header that is named is not there.
 */
export function createMcpServers(
  { mcpServers, upstream, upstreams }: Pick<Config, 'mcpServers' | 'upstream' | 'upstreams'>,
  { mcpHeaders = {} }: Pick<Secrets, 'mcpHeaders'>,
): readonly McpServer[] {
  if (mcpServers.length === 0 && upstream === undefined && upstreams === undefined) return [demoMcpServer()];
  return mcpServers.map(({ name, url, headersFrom, timeoutSeconds }) => {
    const headers = Object.entries(headersFrom).map(([header, variable]) => {
      const value = mcpHeaders[variable];
      if (value === undefined)
        throw errors.CONFIG_INVALID([`MCP server ${name} needs the environment variable ${variable}`]);
      return [header, value];
    });
    return mcpServer({ name, url, headers: Object.fromEntries(headers), timeoutMs: timeoutSeconds * 1_000 });
  });
}
