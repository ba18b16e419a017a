import { z } from 'zod';
import { INVALID_INPUT, type TyrianError } from './errors.js';

/** RFC 9457, with our stable code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string(),
});
export type Problem = z.infer<typeof Problem>;

export function toProblem(error: TyrianError, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: error.code.toLowerCase().replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    instance: requestId,
  };
}

const MAX_DETAIL = 300;

interface SchemaIssue {
  /** A JSON pointer. */
  readonly instancePath: string;
  readonly message?: string | undefined;
}

/** INVALID_INPUT of what a schema found: it names each field and what that wants, and quotes nothing of what came. */
export function invalidInput(issues: readonly SchemaIssue[]): TyrianError {
  const said = issues.map(
    ({ instancePath, message }) =>
      `${instancePath.slice(1).replaceAll('/', '.') || 'the body'}: ${message ?? 'is not valid'}`,
  );
  return INVALID_INPUT([said.join('; ').slice(0, MAX_DETAIL)]);
}
