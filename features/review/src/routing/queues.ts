import { CaseKind, Hazard, QueueName } from '@tyrian/contracts';
import { z } from 'zod';

/** Where what is about child safety goes, whatever else is set. */
export const CHILD_SAFETY_QUEUE = { name: 'child-safety', priority: 100 } as const;
/** Where all goes that no other queue asks for. */
export const GENERAL_QUEUE = { name: 'general', priority: 50 } as const;

/** One row of the routing table. All that it asks for must hold; of a list, one. */
export const QueueSetting = z.strictObject({
  name: QueueName.refine((name) => name !== CHILD_SAFETY_QUEUE.name, 'is filled by itself'),
  kinds: z.array(CaseKind).min(1).optional(),
  /** Ids of rules, or their beginning with `*`, as in `conduct.*`. */
  rules: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
  hazards: z.array(Hazard).min(1).optional(),
  /** BCP 47 tags. */
  languages: z.array(z.string().min(2).max(35)).min(1).max(100).optional(),
  /** 100 comes first. */
  priority: z.number().int().min(0).max(100).default(GENERAL_QUEUE.priority),
  /** A clock: so many hours after it was opened a case is due. */
  dueHours: z.number().positive().max(8_760).optional(),
});
export type QueueSetting = z.infer<typeof QueueSetting>;

export const QueueSettings = z.array(QueueSetting).max(100);
export type QueueSettings = z.infer<typeof QueueSettings>;

/** What threatens somebody's life, and what comes from many at once. */
export const DEFAULT_QUEUES: QueueSettings = [
  { name: 'urgent', hazards: ['S1', 'S3', 'S9', 'S11'], priority: 80 },
  { name: 'urgent', kinds: ['campaign'], priority: 80 },
];

/** Names of all queues that cases may be in, those of the table in its order. */
export function queueNames(queues: QueueSettings): readonly string[] {
  return [...new Set([CHILD_SAFETY_QUEUE.name, ...queues.map(({ name }) => name), GENERAL_QUEUE.name])];
}
