import type { Field } from '../../field.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { flag, number, word } from '../../kinds/token.js';
import { cancelled, implementation, level, progress, undescribed } from './client.js';
import { contentBlock, mcpName, mcpUri, resourceContents, sampledMessage } from './content.js';
import { mcpTool, promptPage, resourcePage, templatePage, toolMode, toolPage } from './definition.js';
import { MCP_VERSIONS, mcpId, meta, notificationOf, requestOf, responseOf } from './envelope.js';

const nothing = object(meta);
const said = (field: Field) => spokenBy('document', field);

const initialized = object(
  {
    protocolVersion: word(...MCP_VERSIONS),
    capabilities: object({
      logging: json(),
      completions: json(),
      prompts: json(),
      resources: json(),
      tools: json(),
      ...undescribed,
    }),
    serverInfo: object(implementation, { required: ['name', 'version'] }),
    instructions: text(),
    ...meta,
  },
  { required: ['protocolVersion', 'capabilities', 'serverInfo'], role: 'definition' },
);
const called = object(
  { content: list(contentBlock), structuredContent: json(), isError: flag(), ...meta },
  { required: ['content'], role: 'tool' },
);
const promptMessages = object(
  {
    description: text(),
    messages: list(
      object({ role: word('user', 'assistant'), content: contentBlock }, { required: ['role', 'content'] }),
    ),
    ...meta,
  },
  { required: ['messages'] },
);
const completed = object(
  {
    completion: object(
      { values: list(text(), { max: 100 }), total: number({ min: 0 }), hasMore: flag() },
      { required: ['values'] },
    ),
    ...meta,
  },
  { required: ['completion'] },
);

/** What a server answers, by the method that was asked. */
export const serverAnswers = {
  initialize: responseOf(initialized),
  ping: responseOf(nothing),
  'tools/list': responseOf(toolPage),
  'tools/call': responseOf(called),
  'prompts/list': responseOf(promptPage),
  'prompts/get': responseOf(said(promptMessages)),
  'resources/list': responseOf(resourcePage),
  'resources/templates/list': responseOf(templatePage),
  'resources/read': responseOf(said(object({ contents: list(resourceContents), ...meta }, { required: ['contents'] }))),
  'resources/subscribe': responseOf(nothing),
  'resources/unsubscribe': responseOf(nothing),
  'completion/complete': responseOf(said(completed)),
  'logging/setLevel': responseOf(nothing),
} as const satisfies Record<string, Field>;

const share = number({ min: 0, max: 1 });
const sampling = object(
  {
    messages: list(object(sampledMessage, { required: ['role', 'content'] })),
    modelPreferences: object({
      hints: list(object({ name: mcpName })),
      costPriority: share,
      speedPriority: share,
      intelligencePriority: share,
    }),
    systemPrompt: text(),
    includeContext: word('none', 'thisServer', 'allServers'),
    temperature: number(),
    maxTokens: number({ min: 0 }),
    stopSequences: list(text()),
    metadata: json(),
    tools: list(mcpTool, { max: 500 }),
    toolChoice: toolMode,
    ...meta,
  },
  { required: ['messages', 'maxTokens'] },
);
const elicitation = object(
  {
    mode: word('form', 'url'),
    message: text(),
    requestedSchema: json(),
    elicitationId: mcpId,
    url: mcpUri,
    ...meta,
  },
  { required: ['message'] },
);

/** What a server asks of a client: its model reads it, or its user. */
export const serverRequests = {
  ping: requestOf('ping'),
  'roots/list': requestOf('roots/list'),
  'sampling/createMessage': requestOf('sampling/createMessage', said(sampling)),
  'elicitation/create': requestOf('elicitation/create', said(elicitation)),
} as const satisfies Record<string, Field>;

const logged = object({ level, logger: mcpName, data: json(), ...meta }, { required: ['level', 'data'] });
const uri = object({ uri: mcpUri, ...meta }, { required: ['uri'] });
const elicited = object({ elicitationId: mcpId, ...meta }, { required: ['elicitationId'] });

export const serverNotifications = {
  'notifications/cancelled': notificationOf('notifications/cancelled', spokenBy('tool', cancelled)),
  'notifications/progress': notificationOf('notifications/progress', spokenBy('tool', progress)),
  'notifications/message': notificationOf('notifications/message', spokenBy('tool', logged)),
  'notifications/resources/updated': notificationOf('notifications/resources/updated', said(uri)),
  'notifications/resources/list_changed': notificationOf('notifications/resources/list_changed'),
  'notifications/tools/list_changed': notificationOf('notifications/tools/list_changed'),
  'notifications/prompts/list_changed': notificationOf('notifications/prompts/list_changed'),
  'notifications/elicitation/complete': notificationOf('notifications/elicitation/complete', elicited),
} as const satisfies Record<string, Field>;
