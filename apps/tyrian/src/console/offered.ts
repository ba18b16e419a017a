import {
  ActivePolicy,
  AuditReport,
  Checkpoint,
  QueueCount,
  RecordId,
  TenantId,
  TrafficCount,
  Verdict,
} from '@tyrian/contracts';
import { z } from 'zod';
import { ShownRecord } from '../operator/record-operations.js';
import type { Offers } from './offer.js';
import { OFFERED_CASES } from './offered-cases.js';
import { OFFERED_KEYS } from './offered-keys.js';
import { OFFERED_MEMBERS } from './offered-members.js';

const PolicyStatus = z.object({
  tenant: TenantId.nullable(),
  policy: ActivePolicy,
  isConfigured: z.boolean(),
  since: z.number().int().nullable(),
  by: z.string().nullable(),
  note: z.string().nullable(),
});

/** Everything that the console may ask for, and who may. What is not here only the owner of the data folder can do. */
export const OFFERED = {
  'overview.read': {
    capability: 'overview.see',
    summary: 'How the platform stands: traffic, policies, cases, what is not protected',
    output: z.object({
      traffic: z.array(TrafficCount).readonly(),
      policies: z.array(PolicyStatus),
      cases: z.object({
        open: z.number().int().describe('At least so many'),
        isMore: z.boolean(),
        oldestAt: z.number().int().nullable(),
        queues: z.array(QueueCount).readonly(),
      }),
      undelivered: z.number().int().describe('What could not be told to endpoints outside'),
      notProtected: z.array(z.string()).readonly(),
      database: z.string(),
    }),
  },
  'guard.try': {
    capability: 'guard.try',
    summary: 'What the guard in force makes of a text; nothing of it is kept',
    output: Verdict,
  },
  'record.list': {
    capability: 'records.see',
    summary: 'Records, newest first',
    output: z.object({ records: z.array(ShownRecord), next: RecordId.nullable() }),
  },
  'record.show': { capability: 'records.see', summary: 'One record', output: ShownRecord },
  ...OFFERED_CASES,
  ...OFFERED_MEMBERS,
  ...OFFERED_KEYS,
  'policy.active': {
    capability: 'policies.see',
    summary: 'The policies in force',
    output: z.object({
      revision: z.number().int(),
      applied: z.number().int().nullable(),
      policies: z.array(PolicyStatus).readonly(),
    }),
  },
  'audit.verify': { capability: 'audit.see', summary: 'Walk every chain of records', output: AuditReport },
  'audit.export': { capability: 'audit.see', summary: 'Sign a checkpoint over all chains', output: Checkpoint },
} as const satisfies Offers;
