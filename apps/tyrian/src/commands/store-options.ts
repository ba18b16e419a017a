import type { Command } from 'commander';

/** Flags of every command that works on a store. */
export interface StoreFlags {
  readonly config?: string;
  readonly data?: string;
  readonly database?: string;
  readonly json?: boolean;
}

export function withStoreOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration file (default: tyrian.yaml where there is one)')
    .option('--data <folder>', 'data folder (default: tyrian-data)')
    .option('--database <url>', '"embedded" or a postgres:// URL')
    .option('--json', 'print JSON');
}

/** Runs `work` with an operator on the store that the flags and the configuration name. */
export async function onStore<Result>(
  { config, data, database }: StoreFlags,
  work: (operator: import('../operator/operations.js').Operator) => Promise<Result>,
  onProgress?: (records: number) => void,
): Promise<Result> {
  const [{ loadConfig }, { withOperator }] = await Promise.all([
    import('../config/load.js'),
    import('../operator/with-operator.js'),
  ]);
  return withOperator(loadConfig({ config, data, database }), work, onProgress);
}
