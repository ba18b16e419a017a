import { demoUpstream, httpUpstream, type Upstream } from '@tyrian/gateway';
import type { Config, Secrets } from '../config/config.js';

/** The model server that is configured, or the demo model. */
export function createUpstream({ upstream }: Pick<Config, 'upstream'>, { upstreamKey }: Secrets): Upstream {
  if (upstream === undefined) return demoUpstream();
  return httpUpstream({ baseUrl: upstream, ...(upstreamKey !== undefined && { apiKey: upstreamKey }) });
}
