import { ID, MODEL, SNAKE } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { map } from '../../kinds/map.js';
import { numbers } from '../../kinds/numbers.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';

const id = token(ID, 128);
const metadata = map(text({ max: 512 }), { max: 16 });

/** The body of POST /v1/batches. */
export const batchRequest = object(
  {
    input_file_id: id,
    endpoint: token(MODEL, 64),
    completion_window: word('24h'),
    metadata,
    output_expires_after: object({ anchor: word('created_at'), seconds: number({ min: 3_600, max: 2_592_000 }) }),
  },
  { required: ['input_file_id', 'endpoint', 'completion_window'] },
);

/** One line of a batch, but for its body, which is a request like any other. */
export const batchLine = object(
  { custom_id: text({ max: 512 }), method: word('POST'), url: token(MODEL, 64) },
  { required: ['custom_id', 'method', 'url'] },
);

/** A batch as the model server describes it. */
export const batchAnswer = object(
  {
    id,
    object: word('batch'),
    endpoint: token(MODEL, 64),
    model: token(MODEL, 256),
    errors: object({
      object: word('list'),
      data: list(object({ code: token(SNAKE, 64), message: text(), param: token(ID, 256), line: number() })),
    }),
    input_file_id: id,
    completion_window: word('24h'),
    status: word(
      'validating',
      'failed',
      'in_progress',
      'finalizing',
      'completed',
      'expired',
      'cancelling',
      'cancelled',
    ),
    output_file_id: id,
    error_file_id: id,
    created_at: number(),
    in_progress_at: number(),
    expires_at: number(),
    finalizing_at: number(),
    completed_at: number(),
    failed_at: number(),
    expired_at: number(),
    cancelling_at: number(),
    cancelled_at: number(),
    request_counts: object({ total: number(), completed: number(), failed: number() }),
    usage: numbers(),
    metadata,
  },
  { required: ['id', 'object', 'status'] },
);

export const batchList = object(
  { object: word('list'), data: list(batchAnswer), first_id: id, last_id: id, has_more: flag() },
  { required: ['object', 'data'] },
);

/** One line of what a batch gives back, but for the body of its response, which is an answer like any other. */
export const batchResult = object(
  {
    id,
    custom_id: text({ max: 512 }),
    response: object({ status_code: number(), request_id: token(ID, 128) }),
    error: object({ code: token(SNAKE, 64), message: text() }),
  },
  { required: ['custom_id'] },
);
