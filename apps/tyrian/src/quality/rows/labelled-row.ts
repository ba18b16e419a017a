import { errors } from '@tyrian/contracts';
import { MAX_CHARACTERS } from '@tyrian/guard';
import { z } from 'zod';

const Name = z.string().min(1).max(100);

/** One line of a labelled file. Other fields are left aside. */
export const LabelledRow = z.object({
  id: z.union([z.string().max(200), z.number()]),
  text: z.string().min(1),
  /** 1 harmful, 0 harmless, null where nobody has said: such a row is counted and not scored. */
  label: z.union([z.literal(0), z.literal(1), z.null()]),
  hazards: z.array(Name).max(20).nullish(),
  /** Where some rows are of kind `benign`, those set the cut for a share of false positives. */
  kind: Name.nullish(),
  /** BCP 47; read from the text where it is not given. */
  language: Name.nullish(),
  source: Name.nullish(),
});
export type LabelledRow = z.infer<typeof LabelledRow>;

/**
 * Reads one line. Throws BODY_NOT_JSON, FIELD_MISSING, FIELD_INVALID or TEXT_TOO_LONG; no message holds anything of the
 * line but names of fields that are known here.
 */
export function parseRow(line: string): LabelledRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The parser's own message quotes the line.
    throw errors.BODY_NOT_JSON(['the line cannot be parsed']);
  }
  const parsed = LabelledRow.safeParse(value);
  if (!parsed.success) throw faultOf(parsed.error.issues[0], value);
  if (parsed.data.text.length > MAX_CHARACTERS) throw errors.TEXT_TOO_LONG(['text', MAX_CHARACTERS]);
  return parsed.data;
}

function faultOf(issue: z.core.$ZodIssue | undefined, value: unknown): Error {
  const [field] = issue?.path ?? [];
  if (typeof field !== 'string') return errors.INVALID_INPUT(['The line is no object']);
  const isThere = typeof value === 'object' && value !== null && field in value;
  return isThere ? errors.FIELD_INVALID([field, 'is not as it should be']) : errors.FIELD_MISSING([field]);
}
