import { existsSync } from 'node:fs';
import type { GuardModel } from '@tyrian/contracts';
import { onStore, type StoreFlags } from '../commands/store-options.js';
import { loadConfig } from '../config/load.js';
import { openGuardModel } from '../live/guard-models.js';
import type { MeasuredGuard } from './guards.js';

/** The guard models in force, where one is named that is none of the embedded guards; measuring alone makes no store. */
export async function modelGuards(
  flags: StoreFlags & { readonly with?: readonly string[] },
  embedded: readonly MeasuredGuard[],
): Promise<{ readonly guards: readonly MeasuredGuard[]; close(): Promise<void> }> {
  const names = new Set(flags.with?.filter((id) => embedded.every((guard) => guard.id !== id)));
  const { config, secrets } = loadConfig({ config: flags.config, data: flags.data, database: flags.database });
  const hasStore = config.database !== 'embedded' || existsSync(config.data);
  if (names.size === 0 || !hasStore) return { guards: [], close: async () => undefined };
  const { guards } = await onStore(flags, (operator) => operator('guard.list', {}));
  const models = guards.filter(({ name }) => names.has(name)).map((guard) => openGuardModel(guard, secrets.guardKeys));
  return {
    guards: models.map(measured),
    close: async () => {
      await Promise.all(models.map((model) => model.close()));
    },
  };
}

function measured(model: GuardModel): MeasuredGuard {
  const { signal } = new AbortController();
  return {
    id: model.id,
    version: model.version,
    score: async (text) => (await model.judge({ stage: 'input', turns: [{ role: 'user', text }] }, { signal })).score,
  };
}
