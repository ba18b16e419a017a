import type { Field } from '../../field.js';
import { echo } from '../../kinds/echo.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { map } from '../../kinds/map.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { number, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';
import { mcpName, mcpUri, sampledMessage } from './content.js';
import { cursor } from './definition.js';
import { droppedIcons, MCP_VERSIONS, mcpId, meta, notificationOf, requestOf, responseOf } from './envelope.js';

const LEVELS = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'] as const;
export const level = word(...LEVELS);

/** Who one of the sides is. */
export const implementation = {
  name: mcpName,
  title: text(),
  version: mcpName,
  description: text(),
  websiteUrl: mcpUri,
  ...droppedIcons,
};
/** What they bring is in no table, so that neither side is told of it. */
export const undescribed = { experimental: echo(), extensions: echo(), tasks: echo() };

const page = object({ cursor, ...meta });
const uri = object({ uri: mcpUri, ...meta }, { required: ['uri'] });
const words = map(text(), { max: 500 });
const task = { task: echo() };

const initialize = object(
  {
    protocolVersion: word(...MCP_VERSIONS),
    capabilities: object({ roots: json(), sampling: json(), elicitation: json(), ...undescribed }),
    clientInfo: object(implementation, { required: ['name', 'version'] }),
    ...meta,
  },
  { required: ['protocolVersion', 'capabilities', 'clientInfo'] },
);
const call = object({ name: mcpName, arguments: json(), ...task, ...meta }, { required: ['name'] });
const complete = object(
  {
    ref: variant({
      'ref/prompt': object({ type: word('ref/prompt'), name: mcpName, title: text() }, { required: ['type', 'name'] }),
      'ref/resource': object({ type: word('ref/resource'), uri: mcpUri }, { required: ['type', 'uri'] }),
    }),
    argument: object({ name: mcpName, value: text() }, { required: ['name', 'value'] }),
    context: object({ arguments: words }),
    ...meta,
  },
  { required: ['ref', 'argument'] },
);

/** What a client asks, by method. */
export const clientRequests = {
  initialize: requestOf('initialize', initialize),
  ping: requestOf('ping'),
  'tools/list': requestOf('tools/list', page),
  'tools/call': requestOf('tools/call', call),
  'prompts/list': requestOf('prompts/list', page),
  'prompts/get': requestOf('prompts/get', object({ name: mcpName, arguments: words, ...meta }, { required: ['name'] })),
  'resources/list': requestOf('resources/list', page),
  'resources/templates/list': requestOf('resources/templates/list', page),
  'resources/read': requestOf('resources/read', uri),
  'resources/subscribe': requestOf('resources/subscribe', uri),
  'resources/unsubscribe': requestOf('resources/unsubscribe', uri),
  'completion/complete': requestOf('completion/complete', complete),
  'logging/setLevel': requestOf('logging/setLevel', object({ level, ...meta }, { required: ['level'] })),
} as const satisfies Record<string, Field>;

/** Of either side. */
export const progress = object(
  { progressToken: mcpId, progress: number(), total: number(), message: text(), ...meta },
  { required: ['progressToken', 'progress'] },
);
export const cancelled = object({ requestId: mcpId, reason: text(), ...meta }, { required: ['requestId'] });

export const clientNotifications = {
  'notifications/initialized': notificationOf('notifications/initialized'),
  'notifications/cancelled': notificationOf('notifications/cancelled', cancelled),
  'notifications/progress': notificationOf('notifications/progress', progress),
  'notifications/roots/list_changed': notificationOf('notifications/roots/list_changed'),
} as const satisfies Record<string, Field>;

/** What a client answers to a server, whatever was asked: the fields of all such answers. */
export const clientResponse = responseOf(
  object({
    role: sampledMessage.role,
    content: spokenBy('assistant', sampledOrFilled()),
    model: mcpName,
    stopReason: mcpName,
    action: word('accept', 'decline', 'cancel'),
    roots: list(object({ uri: mcpUri, name: mcpName, ...meta }, { required: ['uri'] })),
    ...meta,
  }),
);

/** A message of a model has blocks with a type; what a person filled in has values by name. */
function sampledOrFilled(): Field {
  const { content } = sampledMessage;
  const filled = json();
  return {
    ...content,
    kind: 'message or form',
    fits: (value) => content.fits(value) || filled.fits(value),
    walk(value, place, holder, key, walk) {
      (content.fits(value) ? content : filled).walk(value, place, holder, key, walk);
    },
    rows: (path) => [...content.rows(path), ...filled.rows(path)],
  };
}
