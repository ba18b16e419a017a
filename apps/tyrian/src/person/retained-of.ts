import { ConductSettings, longestWindow } from '@tyrian/access';
import { type Retained, retainedBy } from '@tyrian/privacy';
import type { Config } from '../config/config.js';

const DAY_MS = 24 * 3_600_000;

/** Everything that is kept under a configuration. */
export function retainedOf({ retention, conduct }: Pick<Config, 'retention' | 'conduct'>): readonly Retained[] {
  const days = conduct === 'off' ? null : Math.ceil(longestWindow(ConductSettings.parse(conduct)) / DAY_MS);
  return retainedBy(retention, days);
}
