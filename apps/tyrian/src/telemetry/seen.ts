import type { ConductStore } from '@tyrian/contracts';
import type { Recorder, Releases, Telemetry, Upstream } from '@tyrian/gateway';
import type { Guard } from '@tyrian/guard';
import type { Readiness } from '../readiness/readiness.js';

/** What is seen of a process from outside, as far as it is configured. */
export interface Seen {
  /** Undefined where nobody watches: then requests cost nothing more. */
  readonly telemetry: Telemetry | undefined;
  readonly guard: (guard: Guard) => Guard;
  readonly upstream: (name: string, upstream: Upstream) => Upstream;
  readonly recorder: (recorder: Recorder) => Recorder;
  readonly releases: (releases: Releases) => Releases;
  readonly conduct: (store: ConductStore) => ConductStore;
  /** Opens the operator's own address, where one is set; its URL. */
  listen(readiness: Readiness): Promise<string | undefined>;
  close(): Promise<void>;
}
