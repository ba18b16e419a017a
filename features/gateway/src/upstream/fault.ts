import { errors, TyrianError } from '@tyrian/contracts';

type When = 'before the answer' | 'within the answer';

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const CUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'ECONNRESET',
  'EPIPE',
]);

/** What went wrong with the model server, in our words. An abort stays what it is: it was ours. */
export function asUpstreamFault(cause: unknown, when: When, timeoutMs: number): Error {
  if (cause instanceof TyrianError) return cause;
  if (!(cause instanceof Error)) return errors.UPSTREAM_UNREACHABLE([], { cause });
  if (cause.name === 'AbortError') return cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (TIMEOUT_CODES.has(code)) return errors.UPSTREAM_TIMEOUT([timeoutMs], { cause });
  if (cause.name === 'HTTPParserError' || code.startsWith('HPE_') || code.startsWith('UND_ERR_HEADERS'))
    return errors.UPSTREAM_INVALID(['it is not HTTP'], { cause });
  if (when === 'within the answer' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return CUT_CODES.has(code)
      ? errors.UPSTREAM_CUT([], { cause })
      : errors.UPSTREAM_INVALID(['the transfer failed'], { cause });
  }
  return errors.UPSTREAM_UNREACHABLE([], { cause });
}
