import type { Config } from '../../config/config.js';
import type { Seen } from '../seen.js';
import { countRequests } from './count-requests.js';
import { createInstruments } from './instruments.js';
import { type Listener, listenForOperators } from './listener.js';
import { measureConduct, measureGuards, measureRecorder, measureReleases, measureUpstream } from './measured.js';

/** Everything that counts, with the address where it is read. */
export function openMetrics(at: NonNullable<Config['metrics']>): Seen {
  const instruments = createInstruments();
  let listener: Listener | undefined;
  return {
    telemetry: countRequests(instruments),
    guard: measureGuards(instruments),
    upstream: (name, upstream) => measureUpstream(instruments, name, upstream),
    recorder: (recorder) => measureRecorder(instruments, recorder),
    releases: (releases) => measureReleases(instruments, releases),
    conduct: (store) => measureConduct(instruments, store),
    async listen(readiness) {
      listener = await listenForOperators(at, instruments, readiness);
      return listener.url;
    },
    close: async () => listener?.close(),
  };
}
