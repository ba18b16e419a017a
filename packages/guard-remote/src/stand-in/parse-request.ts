import type { z } from 'zod';
import { StandInRefusal } from './refusal.js';

/** Reads a request as its interface wants it. Throws StandInRefusal with the field at fault, and never its value. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new StandInRefusal(400, `${path === '' ? 'the body' : path} is missing or not as it should be`);
}
