import { CURSOR } from '../../alphabet.js';
import type { Field } from '../../field.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, token, word } from '../../kinds/token.js';
import { mcpName, mcpUri, resourceNames } from './content.js';
import { meta } from './envelope.js';

/** Entries of one page: each is judged by itself. */
const MAX_ENTRIES = 500;
const definition = { role: 'definition' } as const;

export const cursor = token(CURSOR, 4_096);

/** A tool as a model reads it: whoever wrote it speaks to that model. */
export const mcpTool = object(
  {
    name: mcpName,
    title: text(),
    description: text(),
    inputSchema: json(),
    outputSchema: json(),
    annotations: object({
      title: text(),
      readOnlyHint: flag(),
      destructiveHint: flag(),
      idempotentHint: flag(),
      openWorldHint: flag(),
    }),
    ...meta,
  },
  { required: ['name', 'inputSchema'], ...definition },
);

const prompt = object(
  {
    name: mcpName,
    title: text(),
    description: text(),
    arguments: list(
      object({ name: mcpName, title: text(), description: text(), required: flag() }, { required: ['name'] }),
      { max: MAX_ENTRIES },
    ),
    ...meta,
  },
  { required: ['name'], ...definition },
);

const resource = object(resourceNames, { required: ['uri', 'name'], ...definition });
const { uri: _, size: __, ...templateNames } = resourceNames;
const template = object(
  { ...templateNames, uriTemplate: mcpUri },
  { required: ['uriTemplate', 'name'], ...definition },
);

function page(name: string, of: Field): Field {
  const fields: Record<string, Field> = {
    [name]: list(of, { max: MAX_ENTRIES, choices: true }),
    nextCursor: cursor,
    ...meta,
  };
  return object(fields, { required: [name] });
}

export const toolPage = page('tools', mcpTool);
export const promptPage = page('prompts', prompt);
export const resourcePage = page('resources', resource);
export const templatePage = page('resourceTemplates', template);

/** Which tool, if any, a client's model is to call. */
export const toolMode = object({ mode: word('auto', 'required', 'none') });
