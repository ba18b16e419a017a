import type { Members } from '@tyrian/access';
import type { Store } from '@tyrian/contracts';
import type { LoadedPolicy } from '@tyrian/guard';
import { createOutward } from '@tyrian/outward';
import { expiryOf } from '@tyrian/privacy';
import type { Review } from '@tyrian/review';
import type { LoadedConfig } from '../config/load.js';
import { openProposals } from '../live/open-proposals.js';
import { openEndpoints } from '../outward/endpoints.js';
import { codeOf } from './code-of.js';
import { keepHouse } from './housekeeping.js';
import type { createLog } from './log.js';
import type { openConduct } from './open-conduct.js';

export interface HouseParts extends Pick<LoadedConfig, 'config' | 'secrets'> {
  readonly policy: LoadedPolicy;
  readonly log: ReturnType<typeof createLog>;
  readonly conduct: Awaited<ReturnType<typeof openConduct>>;
}

/** Begins the background work, as servers and workers do it. */
export function openHouse(
  platform: { readonly store: Store; readonly review: Review; readonly members: Pick<Members, 'sessions'> },
  { config, secrets, policy: configured, log, conduct }: HouseParts,
): { stop(): Promise<void> } {
  const { store, members } = platform;
  const propose = () =>
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
  const outward = createOutward({
    deliveries: store.deliveries,
    endpoints: openEndpoints(config, secrets),
    onAlarm: ({ alarm, tenant, ids }) => log.error({ alarm, tenant, ids }, 'alarm'),
    onUndelivered: (entry) => log.error(entry, 'nobody outside took this'),
  });
  const keepPrivate = async () => {
    await store.retention.expire(expiryOf(config.retention, Date.now()));
    await store.legal.alarmOverdue(Date.now());
  };
  return keepHouse(platform, {
    ...{ onFault: tellFaults(log), propose, keepPrivate, outward, conduct },
    endSessions: () => members.sessions.expire(),
  });
}

/** Puts what went wrong with a task into the log; it is tried again. */
export function tellFaults(log: HouseParts['log']): (task: string, fault: unknown) => void {
  return (task, fault) => log.error({ task, code: codeOf(fault) }, 'housekeeping failed');
}
