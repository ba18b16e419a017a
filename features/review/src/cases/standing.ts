import type { Case } from '@tyrian/contracts';

/** What became of something held, as it may be told to who sent it. */
export interface Standing {
  readonly status: 'open' | 'released' | 'refused' | 'expired';
  readonly at: number;
  readonly expiresAt: number | null;
  readonly decidedAt: number | null;
}

export function standingOf(found: Case): Standing {
  const { openedAt: at, expiresAt, decidedAt } = found;
  return { status: statusOf(found), at, expiresAt, decidedAt };
}

function statusOf({ status, decision }: Case): Standing['status'] {
  if (status !== 'decided') return status;
  return decision === 'release' ? 'released' : 'refused';
}
