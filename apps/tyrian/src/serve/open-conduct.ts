import { type Conduct, createConduct } from '@tyrian/access';
import type { Keys, Store } from '@tyrian/contracts';
import type { Config } from '../config/config.js';
import type { Seen } from '../telemetry/seen.js';
import { createLadderNames } from './pseudonyms.js';

/** The ladders as they stand in the store; undefined where they are switched off. */
export async function openConduct(
  { store, keys }: { readonly store: Pick<Store, 'conduct'>; readonly keys: Keys },
  settings: Config['conduct'],
  seen: Pick<Seen, 'conduct'>,
): Promise<Conduct | undefined> {
  if (settings === 'off') return undefined;
  const conduct = createConduct({ store: seen.conduct(store.conduct), names: createLadderNames(keys), settings });
  await conduct.open();
  return conduct;
}
