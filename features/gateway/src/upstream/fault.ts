import { errors, TyrianError } from '@tyrian/contracts';

type When = 'before the answer' | 'within the answer';

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Of chunks without a last one: undici 7's parser errors have lost their codes. */
const CUT_IN_CHUNKS = 'Invalid EOF state';
const CUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'ECONNRESET',
  'EPIPE',
]);
/** undici's words for an answer that is none to our request (100 unasked, a switch of protocols); they have no code of their own. */
const UNASKED: ReadonlySet<string> = new Set(['bad response', 'bad upgrade']);

/** What went wrong with the model server, in our words. An abort stays what it is: it was ours. */
export function asUpstreamFault(cause: unknown, when: When, timeoutMs: number): Error {
  if (cause instanceof TyrianError) return cause;
  if (!(cause instanceof Error)) return errors.UPSTREAM_UNREACHABLE([], { cause });
  if (cause.name === 'AbortError') return cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (TIMEOUT_CODES.has(code)) return errors.UPSTREAM_TIMEOUT([timeoutMs], { cause });
  const isCut = CUT_CODES.has(code) || cause.message.includes(CUT_IN_CHUNKS);
  if (when === 'within the answer' && isCut) return errors.UPSTREAM_CUT([], { cause });
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return errors.UPSTREAM_INVALID(['its headers are too large'], { cause });
  if (isMalformed(cause, code)) return errors.UPSTREAM_INVALID(['it is not HTTP'], { cause });
  // What the network says has a code; the rest is of what was sent.
  if (code === '') return errors.UPSTREAM_INVALID(['it cannot be read'], { cause });
  return when === 'before the answer'
    ? errors.UPSTREAM_UNREACHABLE([], { cause })
    : errors.UPSTREAM_INVALID(['the transfer failed'], { cause });
}

/** Where headers name a length, undici calls whatever is wrong with them a mismatch of it. */
function isMalformed({ name, message }: Error, code: string): boolean {
  return (
    name === 'HTTPParserError' ||
    code.startsWith('HPE_') ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    UNASKED.has(message)
  );
}
