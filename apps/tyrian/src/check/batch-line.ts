import { Audience, errors } from '@tyrian/contracts';
import { z } from 'zod';

/** One line of a batch. An image is base64 or a path, never a URL: nothing here fetches. */
export const BatchLine = z
  .strictObject({
    id: z.union([z.string(), z.number()]),
    text: z.string().optional(),
    image: z.string().optional(),
    as: z.enum(['prompt', 'output']).optional(),
    audience: Audience.optional(),
    grammar: z.literal('plain', 'only "plain" is known yet').optional(),
    policy: z.string().optional(),
  })
  .refine(({ text, image }) => (text === undefined) !== (image === undefined), 'give either text or image');
export type BatchLine = z.infer<typeof BatchLine>;

/** Parses a line; the id is kept where it can be, so that a fault can be told apart. */
export function parseBatchLine(line: string): { id: string | number | null; item?: BatchLine; fault?: Error } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return { id: null, fault: errors.BODY_NOT_JSON(['the line cannot be parsed'], { cause }) };
  }
  const parsed = BatchLine.safeParse(value);
  if (parsed.success) {
    const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(parsed.data.image ?? '');
    if (isUrl) return { id: parsed.data.id, fault: errors.FIELD_INVALID(['image', 'is a URL: give base64 or a path']) };
    return { id: parsed.data.id, item: parsed.data };
  }
  const id = z.object({ id: BatchLine.shape.id }).safeParse(value);
  return { id: id.success ? id.data.id : null, fault: errors.INVALID_INPUT([z.prettifyError(parsed.error)]) };
}
