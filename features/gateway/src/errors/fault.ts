import { errors, TyrianError } from '@tyrian/contracts';
import type { FastifyError } from 'fastify';
import type { Log } from '../ports.js';
import { serverLimits } from '../server-limits.js';

/** Fastify's own errors in our words; its messages can quote what came. */
const KNOWN: Readonly<Record<string, (bodyLimit: number) => TyrianError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (bodyLimit) => errors.BODY_TOO_LARGE([bodyLimit]),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => errors.INVALID_INPUT(['The content type must be application/json']),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    errors.INVALID_INPUT(['The body is not as long as its content-length says']),
};

/** Any error as one of the catalogue. What is not known is logged, without its message: it may hold content. */
export function asTyrianError(
  error: unknown,
  requestId: string,
  log: Log,
  /** Of the route, in bytes. */
  bodyLimit: number = serverLimits.bodyLimit,
): TyrianError {
  if (error instanceof TyrianError) return error;
  const known = KNOWN[codeOf(error)];
  if (known) return known(bodyLimit);
  if (isClientGone(error)) {
    log.info({ requestId, code: codeOf(error) }, 'the client went away');
    return errors.INVALID_INPUT(['The body broke off']);
  }
  const where =
    error instanceof Error ? error.stack?.split('\n').filter((line) => line.startsWith('    at ')) : undefined;
  log.error(
    { requestId, name: error instanceof Error ? error.name : typeof error, code: codeOf(error), where },
    'request failed',
  );
  return errors.INTERNAL([requestId]);
}

/** Node's words for a body whose sender closed the connection; nobody is left to read the answer. */
function isClientGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || (codeOf(error) === 'ECONNRESET' && error.message === 'aborted')
  );
}

function codeOf(error: unknown): string {
  const { code } = (error instanceof Error ? error : {}) as Partial<FastifyError>;
  return typeof code === 'string' ? code : '';
}
