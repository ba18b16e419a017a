import type { Keys, Store } from '@tyrian/contracts';
import { createActivations } from './activations/activations.js';
import { createApiKeys } from './api-keys/api-keys.js';
import { createAppeals } from './appeals/appeals.js';
import { createAudit } from './audit/audit.js';
import { createBelongings } from './belongings/belongings.js';
import { createCases } from './cases/cases.js';
import { ChainWriter } from './chain/chain-writer.js';
import { createDutyClocks } from './clocks/clocks.js';
import { createConductStore } from './conduct/conduct-store.js';
import type { Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { migrations } from './database/migrations/index.js';
import { createDeliveries } from './deliveries/deliveries.js';
import { createFeedbacks } from './feedback/feedbacks.js';
import { createKeyUsages } from './key-usages/key-usages.js';
import { matchKeys } from './keys/key-marks.js';
import { createLegalRegister } from './legal/register.js';
import { createMembers } from './members/members.js';
import { createNotices } from './notices/notices.js';
import { createOutbox } from './outbox/outbox.js';
import { createPeople } from './people/people.js';
import { createPolicies } from './policies/policies.js';
import { createRecords } from './records/records.js';
import { createRetention } from './retention/retention.js';
import { createShifts } from './shifts/shifts.js';
import { createTraffic } from './traffic/traffic.js';
import { createVault } from './vault/vault.js';

const QUEUE_LIMIT = 4_096;
const RECONNECT_MS = 5_000;
const QUEUE_BYTES = 64 << 20;
const BATCH_RECORDS = 256;
const BATCH_BYTES = 4 << 20;

export interface StoreParts {
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
  /** How many commits and changes may wait before OVERLOADED; 4,096 unless given. */
  readonly queueLimit?: number | undefined;
  /** For how long a lost PostgreSQL is sought again before what waits is rejected; 5 s unless given. */
  readonly reconnectMs?: number | undefined;
}

/** Brings a database up to date and makes a store of it. Closing the store closes the database. */
export async function createStore(database: Database, options: StoreParts): Promise<Store> {
  const { keys, clock = Date.now, queueLimit = QUEUE_LIMIT, reconnectMs = RECONNECT_MS } = options;
  await migrate(database.db, migrations, clock());
  const limits = { waiting: queueLimit, bytes: QUEUE_BYTES, batchRecords: BATCH_RECORDS, batchBytes: BATCH_BYTES };
  const writer = new ChainWriter({ database, clock, limits, reconnectMs });
  const parts = { database, writer, keys, clock };
  return {
    records: createRecords(parts),
    audit: createAudit(parts),
    vault: createVault(parts),
    cases: createCases(parts),
    apiKeys: createApiKeys(parts),
    keyUsages: createKeyUsages(parts),
    belongings: createBelongings(parts),
    members: createMembers(parts),
    outbox: createOutbox(parts),
    deliveries: createDeliveries(parts),
    policies: createPolicies(parts),
    activations: createActivations(parts),
    feedback: createFeedbacks(parts),
    conduct: createConductStore(parts),
    shifts: createShifts(database),
    retention: createRetention(parts),
    people: createPeople(parts),
    legal: createLegalRegister(parts),
    traffic: createTraffic(parts),
    notices: createNotices(parts),
    appeals: createAppeals(parts),
    clocks: createDutyClocks(parts),
    matchKeys: () => matchKeys(database.db, keys),
    async copyTo(folder) {
      await database.copyTo?.(folder);
      return database.copyTo !== undefined;
    },
    describe: () => database.describe(),
    async close() {
      await writer.close();
      await database.close();
    },
  };
}
