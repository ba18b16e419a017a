import { readLock } from '@tyrian/storage';
import type { LoadedConfig } from '../config/load.js';
import { platformPolicy } from '../config/platform-policy.js';
import { createOperator, type Operator } from './operations.js';
import { openPlatform } from './platform.js';
import { connectOperator } from './socket-client.js';

/**
 * Runs `work` against the store: through the running server where one owns the data folder, else by opening the store
 * itself for as long as the work takes.
 */
export async function withOperator<Result>(
  { config, secrets: { guardKeys } }: LoadedConfig,
  work: (operator: Operator) => Promise<Result>,
  onProgress?: (records: number) => void,
): Promise<Result> {
  const owner = readLock(config.data);
  if (owner?.socketPath) return work(connectOperator(owner.socketPath));
  const platform = await openPlatform(config);
  try {
    return await work(createOperator({ ...platform, configured: () => platformPolicy(config), guardKeys, onProgress }));
  } finally {
    await platform.close();
  }
}
