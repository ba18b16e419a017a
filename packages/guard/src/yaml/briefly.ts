import { z } from 'zod';

/** A person reads the first few faults of a file, and corrects those. */
const ISSUES_SHOWN = 20;
const CHARACTERS_SHOWN = 2_000;

/** A reason as it may stand in a message, whatever the file that it quotes. */
export function briefly(reason: string): string {
  return reason.length <= CHARACTERS_SHOWN ? reason : `${reason.slice(0, CHARACTERS_SHOWN)}...`;
}

/** The first faults that a schema found, each with its place. */
export function schemaFaults({ issues }: z.ZodError): string {
  const more = issues.length - ISSUES_SHOWN;
  const shown = briefly(z.prettifyError(new z.ZodError(issues.slice(0, ISSUES_SHOWN).map(short))));
  return more > 0 ? `${shown}\nand ${more} more` : shown;
}

/** The first fault that a schema found, behind the path of its field. */
export function firstFault({ issues: [issue] }: z.ZodError): string {
  return briefly(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not valid'}`);
}

/** One issue may name every field of a file. */
function short(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  return { ...issue, message: issue.message.slice(0, CHARACTERS_SHOWN / ISSUES_SHOWN) };
}
