import { ID, MODEL } from '../../alphabet.js';
import { apart } from '../../kinds/apart.js';
import { blockEvent } from '../../kinds/block-event.js';
import { empty } from '../../kinds/empty.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { oneAnswer } from '../../kinds/one-answer.js';
import { jsonText, text } from '../../kinds/text.js';
import { time } from '../../kinds/time.js';
import { number, token, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';
import { answerBlock } from './block.js';
import { citation } from './citation.js';
import { sealed } from './parts.js';

const count = number({ min: 0 });

const usage = object({
  input_tokens: count,
  output_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
  cache_creation: object({ ephemeral_1h_input_tokens: count, ephemeral_5m_input_tokens: count }),
  output_tokens_details: object({ thinking_tokens: count }),
  server_tool_use: object({ web_search_requests: count, web_fetch_requests: count }),
  service_tier: word('standard', 'priority', 'batch'),
  speed: word('standard', 'fast'),
  inference_geo: token(ID, 32),
});

const end = {
  stop_reason: word(
    'end_turn',
    'max_tokens',
    'stop_sequence',
    'tool_use',
    'pause_turn',
    'refusal',
    'model_context_window_exceeded',
  ),
  stop_sequence: apart(text()),
  stop_details: object({
    type: word('refusal'),
    category: word('cyber', 'bio', 'frontier_llm', 'reasoning_extraction', 'general_harms'),
    explanation: apart(text()),
  }),
  container: object({ id: token(ID, 128), expires_at: time() }),
};

const envelope = {
  id: token(ID, 256),
  type: word('message'),
  role: word('assistant'),
  model: token(MODEL, 256),
  ...end,
  usage,
};
const required = ['id', 'type', 'role', 'content', 'model'] as const;

/** The answer of POST /v1/messages as one JSON document. */
export const messageAnswer = oneAnswer(object({ ...envelope, content: list(answerBlock) }, { required }));

const delta = variant({
  text_delta: object({ type: word('text_delta'), text: text() }, { required: ['type', 'text'] }),
  thinking_delta: object({ type: word('thinking_delta'), thinking: text() }, { required: ['type', 'thinking'] }),
  signature_delta: object({ type: word('signature_delta'), signature: sealed }, { required: ['type', 'signature'] }),
  input_json_delta: object(
    { type: word('input_json_delta'), partial_json: jsonText() },
    { required: ['type', 'partial_json'] },
  ),
  citations_delta: object(
    { type: word('citations_delta'), citation: apart(citation) },
    { required: ['type', 'citation'] },
  ),
});

/** One event of it as a stream. */
export const messageEvent = oneAnswer(
  variant({
    message_start: object(
      { type: word('message_start'), message: object({ ...envelope, content: empty() }, { required }) },
      { required: ['type', 'message'] },
    ),
    content_block_start: blockEvent('content_block_start', 'content_block', answerBlock),
    content_block_delta: blockEvent('content_block_delta', 'delta', delta),
    content_block_stop: object({ type: word('content_block_stop'), index: count }, { required: ['type', 'index'] }),
    message_delta: object({ type: word('message_delta'), delta: object(end), usage }, { required: ['type', 'delta'] }),
    message_stop: object({ type: word('message_stop') }, { required: ['type'] }),
    ping: object({ type: word('ping') }, { required: ['type'] }),
  }),
);
