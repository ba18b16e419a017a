import { ModelServerError } from './model-server-error.js';

const RESET_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ECONNRESET',
  'EPIPE',
]);

/** What a failed transfer means. The cause is kept for the log; undici's errors name neither headers nor bodies. */
export function asTransferFault(cause: unknown, callMs: number): ModelServerError {
  if (cause instanceof ModelServerError) return cause;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'TimeoutError' || code.endsWith('_TIMEOUT'))
    return new ModelServerError('unreachable', `it did not answer within ${callMs} ms`, { cause });
  if (name === 'HTTPParserError' || code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
    return new ModelServerError('answer', 'it does not speak HTTP', { cause });
  if (RESET_CODES.has(code) || (cause instanceof TypeError && cause.message === 'terminated'))
    return new ModelServerError('unreachable', 'it broke the connection', { cause, isTransient: true });
  return new ModelServerError('unreachable', `there is no connection to it${code === '' ? '' : ` (${code})`}`, {
    cause,
  });
}

/** What an answer of another status than 200 means. Its body is not read: it may repeat content, or the key. */
export function asStatusFault(status: number): ModelServerError | undefined {
  if (status === 200) return undefined;
  if (status === 429) return new ModelServerError('busy', 'it answered 429', { status });
  if (status === 503) return new ModelServerError('unreachable', 'it answered 503', { status, isTransient: true });
  if (status >= 500) return new ModelServerError('unreachable', `it answered ${status}`, { status });
  if (status >= 400) return new ModelServerError('refused', `it answered ${status}`, { status });
  if (status >= 300)
    return new ModelServerError('answer', 'it answered with a redirect, which is never followed', { status });
  return new ModelServerError('answer', `it answered ${status}`, { status });
}
