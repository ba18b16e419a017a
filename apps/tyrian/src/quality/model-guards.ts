import type { GuardModel } from '@tyrian/contracts';
import type { StoreFlags } from '../commands/store-options.js';
import { loadConfig } from '../config/load.js';
import { openGuardModel } from '../live/guard-models.js';
import { namedModel } from '../live/try-guard-model.js';
import type { MeasuredGuard } from './guards.js';

/** Guard models in force that are named and are none of the embedded guards. Throws NOT_FOUND where there is none such. */
export async function modelGuards(
  flags: StoreFlags & { readonly with?: readonly string[] },
  embedded: readonly MeasuredGuard[],
): Promise<{ readonly guards: readonly MeasuredGuard[]; close(): Promise<void> }> {
  const names = new Set(flags.with?.filter((id) => embedded.every((guard) => guard.id !== id)));
  if (names.size === 0) return { guards: [], close: async () => undefined };
  const { guardKeys } = loadConfig({ config: flags.config, data: flags.data, database: flags.database }).secrets;
  const settings = await Promise.all([...names].map((name) => namedModel(name, flags)));
  const models = settings.map((setting) => openGuardModel(setting, guardKeys));
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
