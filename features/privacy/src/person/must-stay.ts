import type { ScannedRecord } from '@tyrian/contracts';
import { reasonsIn } from './reasons-in.js';

/** Said to everybody, whether there is such material of them or not: who asks must not learn that anybody looks. */
export const GROUND =
  'Not included, where there is any: material that a law obliges the service to keep or forbids it to disclose, such as what must be reported to an authority, and what is kept to protect the rights and the safety of others.';

/**
 * About child safety: kept for the authority, and for as long as the law says, whoever asks. So is an opinion about such a
 * judgement, with the text that came with it.
 */
export function mustStay({ type, payload }: Judged, judgement?: Judged): boolean {
  if (type === 'feedback.given') return judgement !== undefined && mustStay(judgement);
  if (!type.startsWith('generation.') || payload === null) return false;
  return reasonsIn(payload).some(({ subject, decision }) => subject === 'S4' && decision !== 'allow');
}

type Judged = Pick<ScannedRecord, 'type' | 'payload'>;
