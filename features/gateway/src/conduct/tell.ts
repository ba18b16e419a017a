import type { Reason, Verdict } from '@tyrian/contracts';
import type { FastifyReply } from 'fastify';
import type { Exchange } from '../verdict/exchange.js';

/** The header that an account on its ladder sees. */
export const WARNED: [name: string, value: string] = ['x-tyrian-conduct', 'warned'];

/** Whether a refusal says that more of its kind has consequences. Of child safety it says what it always says, no more. */
export function isTold({ admission }: Exchange, verdict: Verdict): boolean {
  return admission.isWarned && !isSilent(verdict.reasons);
}

/** Takes the header away again where a refusal is one that nothing may be told with. */
export function hideConduct(reply: FastifyReply, verdict: Verdict): void {
  if (isSilent(verdict.reasons)) reply.removeHeader(WARNED[0]);
}

function isSilent(reasons: readonly Reason[]): boolean {
  return reasons.some(({ enforced, subject }) => enforced && subject === 'S4');
}
