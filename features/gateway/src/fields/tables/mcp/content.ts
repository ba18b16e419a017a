import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, number, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { meta } from './envelope.js';

export const mcpName = text({ max: 1_024 });
export const mcpUri = text({ max: 8_192 });
const mimeType = text({ max: 256 });

const annotations = object({
  audience: list(word('user', 'assistant'), { max: 2 }),
  priority: number({ min: 0, max: 1 }),
  lastModified: text({ max: 64 }),
});

/** What a resource is called, wherever it is named. */
export const resourceNames = {
  uri: mcpUri,
  name: mcpName,
  title: text(),
  description: text(),
  mimeType,
  annotations,
  size: number({ min: 0 }),
  ...meta,
};

/** What a resource holds: text, or bytes that nobody looks into unless they are text. */
export const resourceContents = object(
  { uri: mcpUri, mimeType, text: text(), blob: media('file'), ...meta },
  { required: ['uri'] },
);

const medium = (type: 'image' | 'audio') =>
  object(
    { type: word(type), data: media(type), mimeType, annotations, ...meta },
    { required: ['type', 'data', 'mimeType'] },
  );

const blocks = {
  text: object({ type: word('text'), text: text(), annotations, ...meta }, { required: ['type', 'text'] }),
  image: medium('image'),
  audio: medium('audio'),
};

/** A block of a result or of a prompt. */
export const contentBlock = variant({
  ...blocks,
  resource: object(
    { type: word('resource'), resource: resourceContents, annotations, ...meta },
    { required: ['type', 'resource'] },
  ),
  resource_link: object({ type: word('resource_link'), ...resourceNames }, { required: ['type', 'uri', 'name'] }),
});

const toolUse = object(
  { type: word('tool_use'), id: mcpName, name: mcpName, input: json(), ...meta },
  { required: ['type', 'id', 'name', 'input'] },
);
const toolResult = object(
  {
    type: word('tool_result'),
    toolUseId: mcpName,
    content: list(contentBlock),
    structuredContent: json(),
    isError: flag(),
    ...meta,
  },
  { required: ['type', 'toolUseId', 'content'], role: 'tool' },
);
const sampled = variant({ ...blocks, tool_use: toolUse, tool_result: toolResult });

/** A message that a client's model is to read, or has written. */
export const sampledMessage = {
  role: word('user', 'assistant'),
  content: either(sampled, list(sampled)),
  ...meta,
};
