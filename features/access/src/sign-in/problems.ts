import { errors, invalidInput, TyrianError, toProblem } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

export interface ProblemLog {
  error(entry: object, message: string): void;
}

/** Fastify's own errors in our words; its messages can quote what came. */
const KNOWN: Readonly<Record<string, (bodyLimit: number) => TyrianError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (bodyLimit) => errors.BODY_TOO_LARGE([bodyLimit]),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => errors.INVALID_INPUT(['The content type must be application/json']),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    errors.INVALID_INPUT(['The body is not as long as its content-length says']),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => errors.BODY_NOT_JSON(['it is empty']),
  FST_ERR_CTP_INVALID_JSON_BODY: () => errors.BODY_NOT_JSON(['it does not parse']),
};

/** Errors of a plugin as problem+json; what is not known goes into the log by its code, without its message. */
export function answerProblems(app: FastifyInstance, log: ProblemLog): void {
  app.setErrorHandler(async (cause, request, reply) => {
    const error = asTyrianError(cause, request.routeOptions.bodyLimit ?? 0) ?? unknown(cause, request.id, log);
    if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    return reply
      .code(error.status)
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(toProblem(error, request.id));
  });
}

function asTyrianError(cause: unknown, bodyLimit: number): TyrianError | undefined {
  if (cause instanceof TyrianError) return cause;
  if (hasZodFastifySchemaValidationErrors(cause)) return invalidInput(cause.validation);
  const known = KNOWN[codeOf(cause)]?.(bodyLimit);
  if (known) return known;
  // JSON that would change a prototype, and a body that broke off.
  const isOfClient = cause instanceof SyntaxError || codeOf(cause) === 'ECONNRESET';
  return isOfClient ? errors.BODY_NOT_JSON(['it does not parse']) : undefined;
}

function unknown(cause: unknown, requestId: string, log: ProblemLog): TyrianError {
  const where =
    cause instanceof Error ? cause.stack?.split('\n').filter((line) => line.startsWith('    at ')) : undefined;
  const name = cause instanceof Error ? cause.name : typeof cause;
  log.error({ requestId, name, code: codeOf(cause), where }, 'request failed');
  return errors.INTERNAL([requestId]);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
