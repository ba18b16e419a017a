import { ID, MODEL } from '../../alphabet.js';
import { echo } from '../../kinds/echo.js';
import { list } from '../../kinds/list.js';
import { listedAt } from '../../kinds/listed-at.js';
import { numbers } from '../../kinds/numbers.js';
import { object } from '../../kinds/object.js';
import { oneAnswer } from '../../kinds/one-answer.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { outputItem, storedItem } from './item.js';
import { reasoningSettings } from './request.js';

const storedItems = listedAt('openai.responses request input', list(storedItem, { max: 1_000 }), (one) => [
  { type: 'message', role: 'user', content: [{ type: 'input_text', text: one }] },
]);
const id = token(ID, 256);

/** What an answer repeats of its request stays with whom it came from: the client has it, and of a stored answer nobody here has seen it. */
const repeated = {
  instructions: echo(null),
  metadata: echo({}),
  prompt: echo(null),
  conversation: echo(null),
  text: echo({ format: { type: 'text' } }),
  tool_choice: echo('auto'),
  tools: echo([]),
  prompt_cache_key: echo(),
  prompt_cache_options: echo(),
  prompt_cache_retention: echo(),
  safety_identifier: echo(),
  user: echo(),
};

/** The `response` object, whole or within an event. */
export const responseObject = object(
  {
    id,
    object: word('response'),
    created_at: number(),
    completed_at: number(),
    status: word('completed', 'failed', 'in_progress', 'cancelled', 'queued', 'incomplete'),
    background: flag(),
    error: object({ code: id, message: text() }),
    incomplete_details: object({ reason: word('max_output_tokens', 'content_filter') }),
    model: token(MODEL, 256),
    output: list(outputItem, { max: 1_000 }),
    previous_response_id: id,
    reasoning: object(reasoningSettings),
    service_tier: word('auto', 'default', 'flex', 'scale', 'priority', 'standard'),
    store: flag(),
    parallel_tool_calls: flag(),
    max_output_tokens: number(),
    max_tool_calls: number(),
    temperature: number(),
    top_p: number(),
    top_logprobs: number(),
    presence_penalty: number(),
    frequency_penalty: number(),
    truncation: word('auto', 'disabled'),
    usage: numbers(),
    ...repeated,
  },
  { required: ['id', 'object', 'output'] },
);

/** The answer of POST /v1/responses as one JSON document, and of a stored one read back. */
export const responsesAnswer = oneAnswer(responseObject);

/** The answer of GET /v1/responses/:id/input_items: what was asked then, read back. */
export const inputItemsAnswer = oneAnswer(
  object(
    {
      object: word('list'),
      data: storedItems,
      first_id: id,
      last_id: id,
      has_more: flag(),
    },
    { required: ['object', 'data'] },
  ),
);

/** The answer of DELETE /v1/responses/:id. */
export const deletedAnswer = object(
  { id, object: word('response', 'response.deleted'), deleted: flag() },
  { required: ['id', 'deleted'] },
);
