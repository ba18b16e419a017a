import type { Vault } from '@tyrian/contracts';
import type { HoldStatus } from '@tyrian/gateway';
import type { Review } from '@tyrian/review';

/** How a refused or held verdict stands: by its case, and where there is none (yet) by what was sealed for it. */
export function createStandings({ review, vault }: { review: Review; vault: Vault }): HoldStatus {
  return {
    async find(tenant, verdict) {
      const standing = await review.standingOf(tenant, verdict);
      if (standing) return standing;
      const evidence = await vault.findByVerdict(tenant, verdict, ['refusal', 'hold', 'bank-match']);
      if (!evidence) return undefined;
      const status = evidence.kind === 'hold' ? 'open' : 'refused';
      return { status, at: evidence.at, expiresAt: null, decidedAt: status === 'refused' ? evidence.at : null };
    },
  };
}
