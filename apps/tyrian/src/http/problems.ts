import { errors, invalidInput, TyrianError, toProblem } from '@tyrian/contracts';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** Answers what fails in the routes of `app` as RFC 9457 says, with our codes and nothing of what was sent. */
export function answerProblems(app: FastifyInstance, log: FastifyBaseLogger, bodyBytes: number): void {
  app.setErrorHandler(async (cause, request, reply) => {
    const error = asTyrianError(cause, request, { log, bodyBytes });
    if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    return reply
      .code(error.status)
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(toProblem(error, request.id));
  });
}

export function asTyrianError(
  cause: unknown,
  request: FastifyRequest,
  { log, bodyBytes }: { readonly log: FastifyBaseLogger; readonly bodyBytes: number },
): TyrianError {
  if (cause instanceof TyrianError) return cause;
  if (hasZodFastifySchemaValidationErrors(cause)) return invalidInput(cause.validation);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return errors.BODY_TOO_LARGE([bodyBytes]);
  if (code?.startsWith('FST_ERR_CTP')) return errors.INVALID_INPUT(['The body is not of the kind that is taken here']);
  log.error({ requestId: request.id, code: code ?? 'unknown' }, 'a request failed');
  return errors.INTERNAL([request.id]);
}
