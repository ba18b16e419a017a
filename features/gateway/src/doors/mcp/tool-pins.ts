import { createHmac, randomBytes } from 'node:crypto';
import type { Commit } from '@tyrian/contracts';
import { canonicalJson } from '@tyrian/guard';
import { isObject, type JsonObject } from '../../fields/field.js';
import type { GatewayPorts } from '../../ports.js';
import type { Exchange } from '../../verdict/exchange.js';
import { exchangeRecord } from '../../verdict/record.js';

/**
 * What tools said of themselves when they were first seen. Whoever approved of a tool then has not approved of what it
 * says now: so that is told, though it passed every check. Kept in memory: a restart sees every tool for the first time.
 */
export interface ToolPins {
  /** Pins what is new, and returns the tools that are no longer what they were. */
  changed(exchange: Exchange, server: string, tools: readonly unknown[]): readonly ToolChange[];
}

export interface ToolChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const MAX_PINS = 20_000;
const PLAIN_NAME = /^[A-Za-z0-9_.:/-]{1,128}$/;

export function createToolPins(max: number = MAX_PINS): ToolPins {
  // A key of its own that dies with the pins: what was pinned says nothing to anybody else.
  const key = randomBytes(32);
  const pins = new Map<string, string>();
  const hashed = (value: unknown) => createHmac('sha256', key).update(canonicalJson(value)).digest('hex').slice(0, 32);

  function pin(place: string, hash: string): string | undefined {
    const before = pins.get(place);
    // Put back at the end, so that what nobody asks for is forgotten first.
    pins.delete(place);
    pins.set(place, hash);
    const [oldest] = pins.keys();
    if (pins.size > max && oldest !== undefined) pins.delete(oldest);
    return before;
  }

  return {
    changed({ principal: { tenant } }, server, tools) {
      return tools.filter(isObject).flatMap(({ _meta, ...tool }) => {
        const name = String(tool.name);
        const after = hashed(tool);
        const before = pin(`${tenant} ${server} ${hashed(name)}`, after);
        return before === undefined || before === after ? [] : [{ name, before, after }];
      });
    },
  };
}

/** A record for each, and one alarm. A name that could be a text is left out of both. */
export function changeCommit(
  ports: GatewayPorts,
  exchange: Exchange,
  server: string,
  changes: readonly ToolChange[],
): Commit {
  const at = ports.clock.now();
  const records = changes.map(({ name, before, after }) => {
    const tool = PLAIN_NAME.test(name) ? name : null;
    return exchangeRecord(ports, exchange, 'mcp.tool-changed', {
      generation: exchange.id,
      server,
      tool,
      before,
      after,
    });
  });
  const { tenant } = exchange.principal;
  const ids = { server, tools: changes.length, ...(records[0] && { record: records[0].id }) };
  return { records, events: [{ type: 'alarm.raised', tenant, alarm: 'mcp-tool-changed', at, ids }] };
}

export function toolsIn({ result }: JsonObject): readonly unknown[] {
  return isObject(result) && Array.isArray(result.tools) ? result.tools : [];
}
