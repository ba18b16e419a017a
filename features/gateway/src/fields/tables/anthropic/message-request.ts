import { ACCOUNT, ID, MODEL } from '../../alphabet.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { LIMITS } from '../../limits.js';
import { messageContent, systemContent } from './block.js';
import { cacheControl } from './parts.js';
import { tool, toolChoice } from './tool.js';

const message = object(
  { role: word('user', 'assistant', 'system'), content: messageContent },
  { required: ['role', 'content'], role: 'by role' },
);

const display = { display: word('summarized', 'omitted') };
const thinking = variant({
  enabled: object({ type: word('enabled'), budget_tokens: number({ min: 0 }), ...display }, { required: ['type'] }),
  disabled: object({ type: word('disabled') }, { required: ['type'] }),
  adaptive: object({ type: word('adaptive'), ...display }, { required: ['type'] }),
  between_tools: object({ type: word('between_tools') }, { required: ['type'] }),
});

const outputConfig = object(
  {
    effort: word('low', 'medium', 'high', 'xhigh', 'max'),
    format: object({ type: word('json_schema'), schema: json() }, { required: ['type', 'schema'] }),
  },
  { role: 'definition' },
);

const conversation = {
  messages: list(message, { max: LIMITS.messages }),
  model: token(MODEL, 256),
  system: spokenBy('system', systemContent),
  tools: list(tool, { max: 512 }),
  tool_choice: toolChoice,
  thinking,
  output_config: outputConfig,
  speed: word('standard', 'fast'),
  user_profile_id: token(ID, 128),
  workspace_id: token(ID, 128),
  ...cacheControl,
};

/** The body of POST /v1/messages. */
export const messageRequest = object(
  {
    ...conversation,
    max_tokens: number({ min: 0, integer: true }),
    metadata: object({ user_id: token(ACCOUNT, 256) }),
    stop_sequences: list(text(), { max: 64 }),
    stream: flag(),
    temperature: number(),
    top_p: number(),
    top_k: number(),
    service_tier: word('auto', 'standard_only'),
    diagnostics: object({ previous_message_id: token(ID, 256) }),
    container: either(
      token(ID, 128),
      object({
        id: token(ID, 128),
        skills: list(object({ type: word('anthropic'), skill_id: token(ID, 64), version: token(ID, 64) }), { max: 8 }),
      }),
    ),
    inference_geo: token(ID, 32),
  },
  { required: ['messages', 'model', 'max_tokens'] },
);

/** The body of POST /v1/messages/count_tokens. */
export const countRequest = object(conversation, { required: ['messages', 'model'] });

/** Its answer. */
export const countAnswer = object({ input_tokens: number({ min: 0 }) }, { required: ['input_tokens'] });
