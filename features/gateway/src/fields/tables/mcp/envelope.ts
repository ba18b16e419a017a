import { ID } from '../../alphabet.js';
import type { Field } from '../../field.js';
import { echo } from '../../kinds/echo.js';
import { json } from '../../kinds/json.js';
import { listedAt } from '../../kinds/listed-at.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { either } from '../../kinds/variant.js';

/** Revisions of the protocol whose messages the tables describe, the newest first. */
export const MCP_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26'] as const;

/** What ties a message to another one: of a request, of progress, of something to be filled in. */
export const mcpId = either(number(), token(ID, 128));

/** Free on the wire, so that all of it is read. */
export const meta = { _meta: json() };

/** Pictures beside names: nobody looks at them here, and nothing needs them. */
export const droppedIcons = { icons: echo() };

const jsonrpc = word('2.0');

export function requestOf(method: string, params: Field = object(meta)): Field {
  const fields = { jsonrpc, id: mcpId, method: word(method), params };
  return object(fields, { required: ['jsonrpc', 'id', 'method', ...paramsIn(params)] });
}

export function notificationOf(method: string, params: Field = object(meta)): Field {
  const fields = { jsonrpc, method: word(method), params };
  return object(fields, { required: ['jsonrpc', 'method', ...paramsIn(params)] });
}

/** Parameters of which none is needed may be left out. */
function paramsIn({ minimal }: Field): ['params'] | [] {
  return Object.keys(Object(minimal)).length > 0 ? ['params'] : [];
}

const failure = spokenBy(
  'tool',
  object({ code: number({ integer: true }), message: text(), data: json() }, { required: ['code', 'message'] }),
);

/** An error of either side. */
export const mcpError = object({ jsonrpc, id: mcpId, error: failure }, { required: ['jsonrpc', 'error'] });

export function responseOf(result: Field): Field {
  const error = listedAt('mcp.error', failure, (word) => ({ code: 1, message: word }));
  return object({ jsonrpc, id: mcpId, result, error }, { required: ['jsonrpc', 'id'] });
}
