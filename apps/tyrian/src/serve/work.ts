import { errors } from '@tyrian/contracts';
import type { LoadedConfig } from '../config/load.js';
import { platformPolicy } from '../config/platform-policy.js';
import { createOperator } from '../operator/operations.js';
import { keysFolder, openPlatform } from '../operator/platform.js';
import { serveOperator } from '../operator/socket-server.js';
import { createReadiness } from '../readiness/readiness.js';
import { openTelemetry } from '../telemetry/open-telemetry.js';
import { printJson, write } from '../terminal/print.js';
import { createLog } from './log.js';
import { openConduct } from './open-conduct.js';
import { openHouse } from './open-house.js';
import { untilStopped } from './shutdown.js';

/** Does what servers leave to workers, without a door, until the process is told to stop. Throws CONFIG_INVALID on PGlite. */
export async function work({ config, secrets }: LoadedConfig, { json }: { json: boolean }): Promise<void> {
  if (config.database === 'embedded')
    throw errors.CONFIG_INVALID([
      'a worker needs PostgreSQL: with the embedded database "tyrian serve" does this work itself',
    ]);
  const stopped = untilStopped();
  const log = createLog(config.log);
  const policy = platformPolicy(config);
  const platform = await openPlatform(config);
  const seen = await openTelemetry({ metrics: config.metrics, logRequests: false }, secrets, log);
  try {
    // First, since an address that is taken keeps it from starting.
    const readiness = createReadiness({ store: platform.store, keysFolder: keysFolder(config) });
    const metrics = await seen.listen(readiness);
    if (metrics !== undefined) log.info({ metrics }, 'metrics are served');
    const conduct = await openConduct(platform, config.conduct, seen);
    const house = openHouse(platform, { config, secrets, policy, log, conduct });
    const operator = createOperator({ ...platform, configured: () => policy, guardKeys: secrets.guardKeys });
    const socket = await serveOperator(platform.socket, operator);
    const database = await platform.store.describe();
    if (json) await printJson({ worker: true, database });
    else await write(`Tyrian's worker is ready: events, expiry, proposals and checkpoints on ${database}\n`);
    await stopped;
    readiness.stop();
    await socket.close();
    await house.stop();
  } finally {
    await seen.close();
    await platform.close();
  }
}
