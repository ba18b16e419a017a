import { setTimeout as delay } from 'node:timers/promises';
import { actorOf, createUserTokens, requireActor, requireConfirmed, signInApi } from '@tyrian/access';
import { errors, SYSTEM_TENANT } from '@tyrian/contracts';
import { createLearning } from '@tyrian/learning';
import { readHelpLines } from '../config/help-lines.js';
import { connectionLimits } from '../config/limits.js';
import type { LoadedConfig } from '../config/load.js';
import { platformPolicy } from '../config/platform-policy.js';
import { createGuardBuilder } from '../live/build-guard.js';
import { openGuardModels } from '../live/guard-models.js';
import { openLiveGuards } from '../live/live-guards.js';
import type { OperatorContext } from '../operator/operation.js';
import { createOperator } from '../operator/operations.js';
import { keysFolder, openPlatform } from '../operator/platform.js';
import { serveOperator } from '../operator/socket-server.js';
import { createReadiness } from '../readiness/readiness.js';
import { openTelemetry } from '../telemetry/open-telemetry.js';
import { printJson, write } from '../terminal/print.js';
import { storedCheckedFiles } from './checked-files.js';
import { codeOf } from './code-of.js';
import { trackConnections } from './drain.js';
import { ensureFirstKey } from './first-key.js';
import { type Greeting, greet } from './greeting.js';
import { followConduct } from './housekeeping.js';
import { createHttpServer } from './http-server.js';
import { keepBudgets } from './keep-budgets.js';
import { createLog } from './log.js';
import { createMcpServers } from './mcp-servers.js';
import { notProtected } from './not-protected.js';
import { openConduct } from './open-conduct.js';
import { openHouse, tellFaults } from './open-house.js';
import { createPrincipals } from './principals.js';
import { createKeyedNames } from './pseudonyms.js';
import { untilStopped } from './shutdown.js';
import { createStandings } from './standing.js';
import { createUpstream, upstreamName } from './upstream.js';

/** Runs the gateway until the process is told to stop. Throws what keeps it from starting; nothing stays open then. */
export async function serve(loaded: LoadedConfig, { json }: { json: boolean }): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  const stopped = untilStopped();
  try {
    const started = await start(loaded, (close) => closers.push(close));
    if (json)
      await printJson({
        url: started.url,
        key: started.token ?? null,
        firstCode: started.firstCode ?? null,
        policy: started.policy,
        mode: started.mode,
        notProtected: started.notProtected,
      });
    else await write(greet(started));
    await stopped;
    await started.leave();
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** Opens everything from the store up, and tells `onClose` how to close each part. */
async function start(
  { config, secrets }: LoadedConfig,
  onClose: (close: () => Promise<unknown>) => void,
): Promise<Greeting & { leave(): Promise<void> }> {
  const log = createLog(config.log);
  const policy = platformPolicy(config);
  const { lines: helpLines } = readHelpLines(config);
  const platform = await openPlatform(config);
  onClose(() => platform.close());
  const { store, keys, access, members, review } = platform;
  const { budgets, stop: stopBudgets } = keepBudgets(store, (fault) =>
    log.error({ code: codeOf(fault) }, 'what keys have used cannot be stored'),
  );
  onClose(stopBudgets);
  const names = createKeyedNames(keys);
  const models = openGuardModels(secrets.guardKeys);
  onClose(() => models.close());
  const build = createGuardBuilder({ store, config, configured: policy, models, canaryBucket: names.canaryBucket });
  const guards = await openLiveGuards({ store, build, configured: policy, log });
  onClose(() => guards.stop());
  const seen = await openTelemetry(config, secrets, log);
  onClose(() => seen.close());
  const upstream = createUpstream(config, secrets, log, seen.upstream);
  onClose(() => upstream.close());
  const readiness = createReadiness({
    store,
    keysFolder: keysFolder(config),
    upstreams: upstream.upstreams,
    guardModels: models.usage,
  });
  const mcpServers = createMcpServers(config, secrets);
  onClose(() => Promise.all(mcpServers.map((server) => server.close())));
  const conduct = await openConduct(platform, config.conduct, seen);
  if (!config.worker && config.database === 'embedded')
    throw errors.CONFIG_INVALID([
      'with the embedded database nobody else can do the background work: leave "worker" on',
    ]);
  const house = config.worker
    ? openHouse(platform, { config, secrets, policy, log, conduct })
    : conduct && followConduct(conduct, tellFaults(log));
  onClose(async () => house?.stop());

  const context: OperatorContext = {
    ...platform,
    configured: () => policy,
    guardKeys: secrets.guardKeys,
    guardUsage: models.usage,
    live: {
      ...guards,
      notProtected: () => notProtected(guards.guardFor(SYSTEM_TENANT).coverage(), config),
    },
  };
  const app = await createHttpServer(
    {
      principals: createPrincipals(access, guards),
      userTokens: createUserTokens({ issuers: config.issuers }),
      budgets,
      guardFor: ({ tenant, policy: bound }) =>
        seen.guard(bound == null ? guards.guardFor(tenant) : guards.guardBound(tenant, bound)),
      recorder: seen.recorder(store.records),
      releases: seen.releases(review),
      holds: createStandings({ review, vault: store.vault }),
      feedback: createLearning({
        ...store,
        pseudonyms: names,
        evidenceDays: config.retention.evidence.feedback,
        jurisdiction: config.country,
      }),
      pseudonyms: names,
      conduct,
      upstream,
      mcpServers,
      checkedFiles: storedCheckedFiles({ ...store, keys }),
      forwardUser: config.forwardUser,
      jurisdiction: config.country,
      evidenceDays: config.retention.evidence,
      tellsRefusals: config.webhooks.some(({ events }) => events.includes('verdict.refused')),
      answers: { language: config.language, country: config.country, helpLines },
      telemetry: seen.telemetry,
      clock: { now: Date.now },
      log,
    },
    log,
    readiness,
    {
      limits: connectionLimits(config.limits),
      trustedProxies: config.trustedProxies,
      console: {
        operatorFor: (actor) => createOperator({ ...context, actor }),
        requireActor: (inside) => requireActor(inside, members),
        actorOf,
        requireConfirmed,
        signIn: (outside) => signInApi(outside, { members, log }),
        log,
      },
      notices: { desk: platform.desk, config, policy: () => guards.guardFor(SYSTEM_TENANT).policy, log },
    },
  );

  const drain = trackConnections(app.server);
  onClose(async () => {
    const closed = app.close();
    drain.begin();
    await closed;
  });
  const token = await ensureFirstKey(access, config.audience);
  const socket = await serveOperator(platform.socket, createOperator(context));
  onClose(() => socket.close());

  const metrics = await seen.listen(readiness);
  if (metrics !== undefined) log.info({ metrics }, 'metrics are served');
  const inForce = guards.guardFor(SYSTEM_TENANT);
  return {
    url: await listen(app, config.host, config.port),
    token,
    firstCode: await members.signIn.createFirstCode(),
    policy: `${inForce.policy.policy.id} ${inForce.policy.policy.version}`,
    mode: inForce.mode,
    upstream: upstreamName(config),
    database: await store.describe(),
    dataFolder: config.data,
    notProtected: notProtected(inForce.coverage(), config),
    async leave() {
      readiness.stop();
      if (config.shutdownDelay > 0) await delay(config.shutdownDelay * 1_000);
    },
  };
}

async function listen(app: Awaited<ReturnType<typeof createHttpServer>>, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'EADDRINUSE')
      throw errors.CONFIG_INVALID([`port ${port} is taken; choose another with --port`], { cause });
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw errors.CONFIG_INVALID([`${host}:${port} cannot be listened on (${code})`], { cause });
    throw cause;
  }
}
