import { TyrianError } from '@tyrian/contracts';
import type { JsonObject } from '../fields/field.js';
import { type Reading, readWalk } from '../fields/reading.js';
import { chatParameters } from '../fields/tables/chat-request.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import { readJsonAnswer } from '../upstream/read-answer.js';
import type { UpstreamAnswer } from '../upstream/upstream.js';
import type { Dialect, UpstreamWords } from './dialect.js';

/** The model server said no. Passed on with its code, and with its message where that was checked. */
export class UpstreamRefusal extends Error {
  override readonly name = 'UpstreamRefusal';
  readonly code = 'UPSTREAM_REFUSED';

  constructor(
    readonly words: UpstreamWords,
    readonly retryAfter: string | undefined,
  ) {
    super('the model server refused');
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
const RETRY_AFTER =
  /^(?:\d{1,9}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT)$/;
/** Words of others that mean something to clients; what else a server calls its errors is not passed on. */
const KNOWN_CODES: ReadonlySet<unknown> = new Set(
  `context_length_exceeded rate_limit_exceeded insufficient_quota model_not_found invalid_request_error invalid_type
  invalid_value missing_required_parameter unknown_parameter unsupported_parameter unsupported_value content_filter
  content_policy_violation string_above_max_length integer_above_max_value server_error overloaded_error
  invalid_image invalid_image_url image_too_large tokens requests moderation_blocked image_generation_user_error
  not_found_error request_too_large rate_limit_error api_error timeout_error billing_error`.split(/\s+/),
);
const KNOWN_PARAMS: ReadonlySet<unknown> = new Set([
  ...chatParameters,
  'input',
  'prompt',
  'instructions',
  'max_output_tokens',
]);
const MAX_MESSAGE = 1_000;
const FIXED = 'The model server refused the request';

/** Our key for the model server, not the client's key for us, is what a 401 there is about. */
function passedStatus(status: number): number {
  if (status === 401 || status === 403 || status === 407) return 502;
  if (status >= 400 && status < 500) return status;
  return status === 503 || status === 504 || status === 529 ? status : 502;
}

/** Reads an error of the model server; `isAllowed` has its message checked like any other text that leaves. */
export async function readRefusal(
  answer: UpstreamAnswer,
  { upstreamError }: Pick<Dialect, 'upstreamError'>,
  isAllowed: (reading: Reading) => Promise<boolean>,
): Promise<UpstreamRefusal> {
  const status = passedStatus(answer.status);
  const words = await readWords(answer, upstreamError, isAllowed, status === answer.status);
  const retryAfter = answer.headers['retry-after'];
  const isPlain = typeof retryAfter === 'string' && RETRY_AFTER.test(retryAfter);
  return new UpstreamRefusal({ status, ...words }, isPlain ? retryAfter : undefined);
}

async function readWords(
  answer: UpstreamAnswer,
  { table, read }: Dialect['upstreamError'],
  isAllowed: (reading: Reading) => Promise<boolean>,
  isPassed: boolean,
): Promise<Omit<UpstreamWords, 'status'>> {
  const silent = { message: FIXED, code: isPassed ? 'upstream_refused' : 'upstream_unreachable', param: null };
  const body = await readErrorBody(answer);
  if (!body || !isPassed) return silent;
  const walk = createWalk('answer');
  walkDocument(table, body, walk);
  const error = read(body);
  if (!error) return silent;
  const code = KNOWN_CODES.has(error.code) ? String(error.code) : silent.code;
  const param = KNOWN_PARAMS.has(error.param) ? String(error.param) : null;
  const isSpoken = typeof error.message === 'string' && error.message.length <= MAX_MESSAGE;
  if (!isSpoken || !(await isAllowed(readWalk(walk, 'output')))) return { ...silent, code, param };
  return { message: String(error.message), code, param };
}

/** An error page in HTML, or one that breaks off, has no words to pass on; an abort is no answer at all. */
async function readErrorBody(answer: UpstreamAnswer): Promise<JsonObject | undefined> {
  try {
    return await readJsonAnswer(answer);
  } catch (cause) {
    if (cause instanceof TyrianError) return undefined;
    throw cause;
  }
}
