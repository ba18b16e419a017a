import { z } from 'zod';
import type { TyrianError } from './errors.js';

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
