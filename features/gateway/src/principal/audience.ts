import { Audience, errors, stricterAudience } from '@tyrian/contracts';

/** The audience of a request: what its key says, or what it asks for where that is stricter. */
export function tightenAudience(own: Audience, asked: unknown): Audience {
  if (asked === undefined) return own;
  const parsed = Audience.safeParse(asked);
  if (!parsed.success) throw errors.INVALID_INPUT([`x-tyrian-audience must be one of ${Audience.options.join(', ')}`]);
  return stricterAudience(own, parsed.data);
}
