import { errors } from '@tyrian/contracts';
import { createUpstreamPool, demoUpstream, httpUpstream, type Upstream, type UpstreamState } from '@tyrian/gateway';
import type { Config, Secrets } from '../config/config.js';
import type { UpstreamSetting } from '../config/upstream-setting.js';
import type { createLog } from './log.js';

export interface ServedUpstream extends Upstream {
  /** How each of several stands; absent where there is only one. */
  upstreams?(): readonly UpstreamState[];
}

/** The model servers that are configured, or the demo model. Throws CONFIG_INVALID where a key that is named is not there. */
export function createUpstream(
  { upstream, upstreams }: Pick<Config, 'upstream' | 'upstreams'>,
  secrets: Pick<Secrets, 'upstreamKey' | 'upstreamKeys'>,
  log: ReturnType<typeof createLog>,
  measured: (name: string, upstream: Upstream) => Upstream = (_name, one) => one,
): ServedUpstream {
  if (upstreams !== undefined) {
    const members = upstreams.map(({ name, url, apis, models, weight, keyFrom }) => {
      const apiKey = keyOf({ name, keyFrom }, secrets.upstreamKeys);
      return { name, apis, models, weight, upstream: measured(name, httpUpstream({ baseUrl: url, apiKey })) };
    });
    return createUpstreamPool({ upstreams: members, clock: { now: Date.now }, log });
  }
  if (upstream === undefined) return onlyOne(measured('demo', demoUpstream()));
  return onlyOne(measured('upstream', httpUpstream({ baseUrl: upstream, apiKey: secrets.upstreamKey })));
}

/** One server without a name: a key that is bound to a name gets no other server than that one, and so none here. */
function onlyOne(upstream: Upstream): Upstream {
  return {
    async send(request) {
      if (request.upstream !== undefined) throw errors.UPSTREAM_UNSERVED([request.api]);
      return upstream.send(request);
    },
    close: () => upstream.close(),
  };
}

/** What answers, for people. */
export function upstreamName({ upstream, upstreams }: Pick<Config, 'upstream' | 'upstreams'>): string {
  return upstreams?.map(({ name, url }) => `${name} (${url})`).join(', ') ?? upstream ?? 'the built-in demo model';
}

function keyOf(
  { name, keyFrom }: Pick<UpstreamSetting, 'name' | 'keyFrom'>,
  keys: Secrets['upstreamKeys'] = {},
): string | undefined {
  if (keyFrom === undefined) return undefined;
  const key = keys[keyFrom];
  if (key === undefined) throw errors.CONFIG_INVALID([`upstream ${name} needs the environment variable ${keyFrom}`]);
  return key;
}
