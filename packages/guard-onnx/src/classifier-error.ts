import type { z } from 'zod';

/**
 * `invalid`: its folder or the runtime cannot be used as they are. `broken`: it ran, and what came out is no judgement.
 * `gone`: its thread has ended.
 */
export type ClassifierFault = 'invalid' | 'broken' | 'gone';

/** What is wrong with a classifier; `detail` never holds text that was judged. */
export class ClassifierError extends Error {
  override readonly name = 'ClassifierError';

  constructor(
    readonly fault: ClassifierFault,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${fault}: ${detail}`, options);
  }
}

export function invalid(detail: string, options?: ErrorOptions): ClassifierError {
  return new ClassifierError('invalid', detail, options);
}

/** Throws `invalid` that names where in which file something is not as it must be. */
export function parseAs<Type>(schema: z.ZodType<Type>, value: unknown, where: string): Type {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
  throw invalid(`${where}${path}: ${issue?.message ?? 'not as it must be'}`, { cause: parsed.error });
}
