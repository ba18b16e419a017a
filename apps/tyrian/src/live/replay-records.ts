import { setImmediate as nextRound } from 'node:timers/promises';
import type { Records, TenantId } from '@tyrian/contracts';
import { createReplayReporter, type LoadedPolicy, lookingFor, type ReplayReport } from '@tyrian/guard';
import { embeddedDetectors } from '../library/embedded-guard.js';
import { promptsFirst } from './prompts-first.js';

export interface ReplayScope {
  readonly tenant?: TenantId | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** At most so many records, oldest first. */
  readonly limit?: number | undefined;
}

const BATCH = 500;
/** A server answers requests in between: so many records take about a millisecond. */
const AT_ONCE = 25;

/** Replays what is recorded by another policy, in constant memory. */
export async function replayRecords(
  records: Pick<Records, 'scan'>,
  policy: LoadedPolicy,
  { tenant, since, until, limit = Number.POSITIVE_INFINITY }: ReplayScope,
  onProgress: (records: number) => void = () => undefined,
): Promise<ReplayReport> {
  const reporter = createReplayReporter(policy, lookingFor(embeddedDetectors()));
  let seen = 0;
  const batches = records.scan({
    types: ['generation.input', 'generation.output'],
    tenant,
    since,
    until,
    batch: BATCH,
  });
  for await (const batch of promptsFirst(batches)) {
    for (const record of batch) {
      if (seen === limit) return reporter.report();
      reporter.add(record);
      if (++seen % AT_ONCE === 0) await nextRound();
    }
    onProgress(seen);
  }
  return reporter.report();
}
