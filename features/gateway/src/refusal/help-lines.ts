import { z } from 'zod';
import type { Language } from './language.js';

export const HelpPurpose = z.enum(['suicide', 'child', 'abuse', 'violence', 'addiction', 'prevention']);
export type HelpPurpose = z.infer<typeof HelpPurpose>;

const Day = z.iso.date();
const ANYWHERE = 'any';

export const HelpLine = z
  .strictObject({
    country: z.union([z.literal(ANYWHERE), z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, as in DE')]),
    name: z.string().min(1).max(100),
    number: z.string().min(2).max(40).optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    for: z.array(HelpPurpose).min(1),
    hours: z.string().max(60).optional(),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
    /** Where it says so. */
    source: z.url({ protocol: /^https?$/ }),
    /** When somebody last compared it with its source. */
    checkedOn: Day.optional(),
  })
  .refine((line) => line.number !== undefined || line.url !== undefined, 'needs a number or a url');
export type HelpLine = z.infer<typeof HelpLine>;

/** A file of help lines. It ages: a number that was right may be somebody else's by now. */
export const HelpLines = z.strictObject({ asOf: Day, lines: z.array(HelpLine).min(1).max(5_000) });
export type HelpLines = z.infer<typeof HelpLines>;

const MAX_PER_PURPOSE = 2;
const MAX_LINES = 4;

/** The lines for a purpose, of a country or else of none; those that speak the language first. */
export function pickHelpLines(
  lines: readonly HelpLine[],
  country: string | undefined,
  purposes: readonly HelpPurpose[],
  language: Language,
): HelpLine[] {
  const speaks = (line: HelpLine) => Number(line.languages.includes(language));
  const picked = purposes.flatMap((purpose) => {
    const fitting = lines.filter((line) => line.for.includes(purpose));
    const local = fitting.filter((line) => line.country === country);
    const found = local.length > 0 ? local : fitting.filter((line) => line.country === ANYWHERE);
    return found.sort((a, b) => speaks(b) - speaks(a)).slice(0, MAX_PER_PURPOSE);
  });
  return [...new Set(picked)].slice(0, MAX_LINES);
}
