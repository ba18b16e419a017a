import { ID } from '../../alphabet.js';
import { apart } from '../../kinds/apart.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';
import { citedBlock, documentBlock, imageBlock, searchResultBlock, textBlock } from './document.js';
import { cacheControl, sealed } from './parts.js';
import { caller, serverResults, toolReference } from './server-tool.js';

const call = (type: string) =>
  object(
    {
      type: word(type),
      id: apart(callName),
      name: apart(callName),
      input: json(),
      toolset_name: callName,
      caller,
      ...cacheControl,
    },
    { required: ['type', 'id', 'name', 'input'] },
  );

/** Blocks that a model says, and that come back in the turns that follow. */
const said = {
  text: citedBlock,
  thinking: object(
    { type: word('thinking'), thinking: text(), signature: sealed },
    { required: ['type', 'thinking', 'signature'] },
  ),
  redacted_thinking: object({ type: word('redacted_thinking'), data: sealed }, { required: ['type', 'data'] }),
  tool_use: call('tool_use'),
  server_tool_use: call('server_tool_use'),
  ...serverResults,
};

/** A block of an answer. */
export const answerBlock = variant({
  ...said,
  container_upload: object(
    { type: word('container_upload'), file_id: token(ID, 128) },
    { required: ['type', 'file_id'] },
  ),
});

const toolResult = object(
  {
    type: word('tool_result'),
    tool_use_id: callName,
    content: either(
      text(),
      list(
        variant({
          text: textBlock,
          image: imageBlock,
          document: documentBlock,
          search_result: searchResultBlock,
          tool_reference: toolReference,
        }),
      ),
    ),
    is_error: flag(),
    toolset_name: callName,
    ...cacheControl,
  },
  { required: ['type', 'tool_use_id'], role: 'tool' },
);

/** What a message of a request says: a string, or blocks. */
export const messageContent = either(
  text(),
  list(
    variant({
      ...said,
      image: imageBlock,
      document: documentBlock,
      search_result: searchResultBlock,
      tool_result: toolResult,
    }),
  ),
);

export const systemContent = either(text(), list(variant({ text: citedBlock })));
