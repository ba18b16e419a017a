import { z } from 'zod';
import { AppealId, CaseId, ClockId, NoticeId, TenantId } from './ids.js';

/** A duty that must be done by a time. It runs until the matter has an outcome, and cannot be stopped otherwise. */
export const DutyClock = z.object({
  id: ClockId,
  tenant: TenantId,
  case: CaseId,
  about: z.union([NoticeId, AppealId]),
  /** Its entry in the list of duties. */
  duty: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  /** Milliseconds since 1970, as everything here. */
  startedAt: z.number().int(),
  dueAt: z.number().int(),
  /** How many of its warnings have been given; the last one says that it is overdue. */
  warnings: z.number().int(),
  stoppedAt: z.number().int().nullable(),
});
export type DutyClock = z.infer<typeof DutyClock>;
