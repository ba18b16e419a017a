import { z } from 'zod';

const VARIABLE = /^TYRIAN_MCP_[A-Z0-9_]{1,60}$/;
/** What the protocol and the connection say by themselves. */
const OWN = /^(?:accept|connection|content-.*|cookie|host|last-event-id|mcp-.*|te|trailer|transfer-encoding|upgrade)$/;

/** An MCP server that clients reach at `/mcp/NAME`. */
const McpServerSetting = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and dashes'),
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  /** Headers that it is sent, each with the environment variable that holds its value. */
  headersFrom: z
    .record(
      z
        .string()
        .regex(/^[a-z0-9-]{1,64}$/, 'must be small letters, digits and dashes')
        .refine((name) => !OWN.test(name), 'is a header that the connection sets itself'),
      z.string().regex(VARIABLE, 'must be TYRIAN_MCP_NAME'),
    )
    .default({}),
  /** Until an answer begins, and between two messages of it. */
  timeoutSeconds: z.number().positive().max(3_600).default(120),
});

export const McpServerSettings = z
  .array(McpServerSetting)
  .max(100)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'each needs a name of its own');
