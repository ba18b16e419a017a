import { ID } from '../../alphabet.js';
import { echo } from '../../kinds/echo.js';
import { list } from '../../kinds/list.js';
import { logprobs } from '../../kinds/logprobs.js';
import { object } from '../../kinds/object.js';
import { opaque } from '../../kinds/opaque.js';
import { token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { clientCalls, itemBase } from './call.js';
import { answerPart, messageParts, reasoningPart, summaryPart } from './part.js';
import { serverCalls } from './server-call.js';

const ROLES = ['user', 'assistant', 'system', 'developer'] as const;
const phase = word('commentary', 'final_answer');

const reasoning = object(
  {
    type: word('reasoning'),
    ...itemBase,
    summary: list(summaryPart),
    content: list(reasoningPart),
    encrypted_content: opaque(),
  },
  { required: ['type'], role: 'assistant' },
);

const compaction = object(
  { type: word('compaction'), ...itemBase, encrypted_content: opaque() },
  { required: ['type'] },
);

const message = { type: word('message'), ...itemBase, phase };

const asked = object(
  { ...message, role: word(...ROLES), content: messageParts(echo([])) },
  { required: ['role', 'content'], role: 'by role' },
);

/** One entry of `input`. A message may leave its `type` out. */
export const inputItem = either(
  variant({
    message: asked,
    ...clientCalls,
    ...serverCalls,
    reasoning,
    compaction,
    compaction_trigger: object({ type: word('compaction_trigger') }, { required: ['type'] }),
    item_reference: object({ type: word('item_reference'), id: token(ID, 256) }, { required: ['type', 'id'] }),
  }),
  asked,
);

/** One entry of `output`, or an event's. */
export const outputItem = variant({
  message: object(
    { ...message, role: word('assistant', 'system', 'developer', 'user'), content: list(answerPart(logprobs())) },
    { required: ['type'], role: 'assistant' },
  ),
  ...clientCalls,
  ...serverCalls,
  reasoning,
  compaction,
});

/** One entry of a list of what a stored answer was given, read back. */
export const storedItem = variant({
  message: object(
    { ...message, role: word(...ROLES), content: messageParts(logprobs()) },
    { required: ['type'], role: 'by role' },
  ),
  ...clientCalls,
  ...serverCalls,
  reasoning,
  compaction,
});
