import { ID, MODEL, NAME } from '../../alphabet.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { map } from '../../kinds/map.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { secret } from '../../kinds/secret.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';

const id = token(ID, 128);
const address = text({ max: 8_192 });
const place = text({ max: 256 });
const domains = list(text({ max: 256 }), { max: 256 });
const callers = { allowed_callers: list(word('direct', 'programmatic'), { max: 8 }) };
const location = object({ type: word('approximate'), city: place, country: place, region: place, timezone: place });
const context = word('low', 'medium', 'high');

const grammarFormat = variant({
  text: object({ type: word('text') }, { required: ['type'] }),
  grammar: object(
    { type: word('grammar'), definition: text(), syntax: word('lark', 'regex') },
    { required: ['type', 'definition'] },
  ),
});

const functionTool = object(
  {
    type: word('function'),
    name: callName,
    description: text(),
    parameters: json(),
    output_schema: json(),
    strict: flag(),
    defer_loading: flag(),
    ...callers,
  },
  { required: ['type', 'name'] },
);

const customTool = object(
  {
    type: word('custom'),
    name: callName,
    description: text(),
    format: grammarFormat,
    defer_loading: flag(),
    ...callers,
  },
  { required: ['type', 'name'] },
);

function webSearch(name: string) {
  return object(
    {
      type: word(name),
      search_context_size: context,
      search_content_types: list(word('text', 'image'), { max: 8 }),
      user_location: location,
      filters: object({ allowed_domains: domains, blocked_domains: domains }),
      external_web_access: flag(),
    },
    { required: ['type'] },
  );
}

const network = variant({
  disabled: object({ type: word('disabled') }, { required: ['type'] }),
  allowlist: object(
    {
      type: word('allowlist'),
      allowed_domains: domains,
      domain_secrets: list(object({ domain: text({ max: 256 }), name: callName, value: secret() }), { max: 64 }),
    },
    { required: ['type'] },
  ),
});
const container = {
  file_ids: list(id, { max: 1_000 }),
  memory_limit: word('1g', '4g', '16g', '64g'),
  network_policy: network,
};

/** Skills are archives that nobody here reads, so only a shell without them is taken. */
const environment = variant({
  container_auto: object({ type: word('container_auto'), ...container }, { required: ['type'] }),
  container_reference: object({ type: word('container_reference'), container_id: id }, { required: ['type'] }),
  local: object({ type: word('local') }, { required: ['type'] }),
});

const toolFilter = object({ tool_names: list(callName, { max: 1_000 }), read_only: flag() });

const mcp = object(
  {
    type: word('mcp'),
    server_label: callName,
    server_url: address,
    server_description: text(),
    connector_id: token(ID, 64),
    tunnel_id: id,
    allowed_tools: either(list(callName, { max: 1_000 }), toolFilter),
    require_approval: either(word('always', 'never'), object({ always: toolFilter, never: toolFilter })),
    defer_loading: flag(),
    authorization: secret(),
    headers: map(secret(), { max: 64, keys: NAME }),
    ...callers,
  },
  { required: ['type', 'server_label'] },
);

const imageGeneration = object(
  {
    type: word('image_generation'),
    model: token(MODEL, 256),
    action: word('generate', 'edit', 'auto'),
    background: word('transparent', 'opaque', 'auto'),
    input_fidelity: word('low', 'high'),
    input_image_mask: object({ image_url: media('image'), file_id: id }),
    moderation: word('auto', 'low'),
    output_compression: number({ min: 0, max: 100 }),
    output_format: word('png', 'webp', 'jpeg'),
    partial_images: number({ min: 0, max: 3, integer: true }),
    quality: word('low', 'medium', 'high', 'auto'),
    size: token(ID, 32),
  },
  { required: ['type'] },
);

const fileSearch = object(
  {
    type: word('file_search'),
    vector_store_ids: list(id, { max: 64 }),
    filters: json(),
    max_num_results: number(),
    ranking_options: object({
      ranker: token(ID, 64),
      score_threshold: number(),
      hybrid_search: object({ embedding_weight: number(), text_weight: number() }),
    }),
  },
  { required: ['type'] },
);

const screen = { display_height: number(), display_width: number(), environment: token(ID, 32) };
const bare = (name: string) => object({ type: word(name), ...callers }, { required: ['type'] });

/** A tool that a request offers. */
export const responseTool = variant({
  function: functionTool,
  custom: customTool,
  namespace: object(
    {
      type: word('namespace'),
      name: callName,
      description: text(),
      tools: list(variant({ function: functionTool, custom: customTool }), { max: 512 }),
    },
    { required: ['type', 'name'] },
  ),
  web_search: webSearch('web_search'),
  web_search_2025_08_26: webSearch('web_search_2025_08_26'),
  web_search_preview: webSearch('web_search_preview'),
  web_search_preview_2025_03_11: webSearch('web_search_preview_2025_03_11'),
  file_search: fileSearch,
  mcp,
  code_interpreter: object(
    {
      type: word('code_interpreter'),
      container: either(id, object({ type: word('auto'), ...container }, { required: ['type'] })),
      ...callers,
    },
    { required: ['type'] },
  ),
  image_generation: imageGeneration,
  computer: bare('computer'),
  computer_use_preview: object({ type: word('computer_use_preview'), ...screen }, { required: ['type'] }),
  local_shell: bare('local_shell'),
  shell: object({ type: word('shell'), environment, ...callers }, { required: ['type'] }),
  apply_patch: bare('apply_patch'),
  programmatic_tool_calling: bare('programmatic_tool_calling'),
  tool_search: object(
    { type: word('tool_search'), description: text(), execution: word('server', 'client'), parameters: json() },
    { required: ['type'] },
  ),
});
