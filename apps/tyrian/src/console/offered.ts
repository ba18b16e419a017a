import {
  ActivePolicy,
  Appeal,
  AuditReport,
  Checkpoint,
  DutyClock,
  Notice,
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

const clocks = { clocks: z.array(DutyClock).readonly() };

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
  'notice.list': {
    capability: 'notices.see',
    summary: 'Notices from outside with their clocks, the most urgent first',
    output: z.array(Notice.extend(clocks)).readonly(),
  },
  'notice.show': {
    capability: 'notices.see',
    summary: 'One notice, without what was said: that is opened through its case',
    output: Notice.extend(clocks),
  },
  'notice.decide': { capability: 'notices.decide', summary: 'Give a notice its outcome', output: Notice },
  'appeal.list': {
    capability: 'notices.see',
    summary: 'Appeals with their clocks, the most urgent first',
    output: z.array(Appeal.extend(clocks)).readonly(),
  },
  'appeal.show': { capability: 'notices.see', summary: 'One appeal', output: Appeal.extend(clocks) },
  'appeal.decide': { capability: 'notices.decide', summary: 'Give an appeal its outcome', output: Appeal },
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
