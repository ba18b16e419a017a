import type { Migration } from '../migration.js';
import { firstTables } from './20261122t2100-first-tables.js';
import { activations } from './20261126t2350-activations.js';
import { feedback } from './20261127t0310-feedback.js';
import { bindKeys } from './20261127t0610-bind-keys.js';
import { conduct } from './20261127t0620-conduct.js';
import { deliveries } from './20261127t0630-deliveries.js';
import { manyMachines } from './20261127t0640-many-machines.js';
import { privacy } from './20261127t1110-privacy.js';
import { belongings } from './20261127t1225-belongings.js';
import { members } from './20261127t1510-members.js';
import { traffic } from './20261127t1520-traffic.js';
import { caseWork } from './20261127t1540-case-work.js';
import { notices } from './20261127t1550-notices.js';

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [
  firstTables,
  activations,
  feedback,
  bindKeys,
  conduct,
  deliveries,
  manyMachines,
  privacy,
  belongings,
  members,
  traffic,
  caseWork,
  notices,
];
