import type { AssuranceDemand } from '@tyrian/contracts';

/** What a policy demands before somebody counts as of an audience, in words. */
export function assuranceWords({ methods, assurers }: AssuranceDemand): string {
  const how = methods ? ` by ${methods.join(' or ')}` : '';
  const who = assurers ? `, as ${assurers.join(' or ')} says` : '';
  return `whose age was found${how}${who}`;
}
