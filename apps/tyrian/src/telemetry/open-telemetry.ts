import type { Log } from '@tyrian/gateway';
import type { Config, Secrets } from '../config/config.js';
import { headersIn } from '../config/telemetry.js';
import { logRequests } from './log-requests.js';
import type { Seen } from './seen.js';
import { watchAll } from './watch-all.js';

type Settings = Pick<Config, 'metrics' | 'traces' | 'logRequests'>;

/** Loads what the settings want, and nothing else. */
export async function openTelemetry(config: Settings, secrets: Secrets, log: Pick<Log, 'info'>): Promise<Seen> {
  const { metrics: at, traces: traced, logRequests: isLogged } = config;
  const metrics = at && (await import('./metrics/metrics.js')).openMetrics(at);
  const traces =
    traced && (await import('./traces/otlp-exporter.js')).openTraces(traced, headersIn(secrets.tracesHeaders));
  const watching = [metrics?.telemetry, traces?.telemetry, isLogged ? logRequests(log) : undefined];
  return {
    telemetry: watchAll(watching.filter((one) => one !== undefined)),
    guard: metrics?.guard ?? ((guard) => guard),
    upstream: metrics?.upstream ?? ((_name, upstream) => upstream),
    recorder: metrics?.recorder ?? ((recorder) => recorder),
    releases: metrics?.releases ?? ((releases) => releases),
    conduct: metrics?.conduct ?? ((store) => store),
    listen: async (readiness) => metrics?.listen(readiness),
    async close() {
      await metrics?.close();
      await traces?.close();
    },
  };
}
