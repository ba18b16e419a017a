import type { Store } from '@tyrian/contracts';
import type { LoadedPolicy } from '@tyrian/guard';
import type { Config } from '../config/config.js';
import { openProposals } from '../live/open-proposals.js';
import type { createLog } from './log.js';

export interface ProposeParts {
  readonly store: Store;
  readonly policy: LoadedPolicy;
  readonly config: Pick<Config, 'observeDays'>;
  readonly log: ReturnType<typeof createLog>;
}

/** The task of housekeeping that proposes to enforce what has only watched for long. */
export function createPropose({ store, policy: configured, config, log }: ProposeParts): () => Promise<unknown> {
  return () =>
    openProposals({
      store,
      configured,
      observeDays: config.observeDays,
      now: Date.now,
      onProposal: ({ policy, report, command }) =>
        log.warn(
          { policy, changed: report.changed, command },
          'a policy has only watched for long: see "tyrian policy proposal"',
        ),
    });
}
