import { TenantId } from '@tyrian/contracts';
import { reportFeedback } from '@tyrian/learning';
import { z } from 'zod';
import { operation } from './operation.js';

const Time = z.number().int().nonnegative();

/** What an operator can ask about wrong answers while the server runs. */
export const LEARN_OPERATIONS = {
  'learn.feedback': operation(
    z.object({ tenant: TenantId.optional(), since: Time, until: Time.optional() }),
    ({ store, onProgress }, { tenant, since, until = Date.now() }) =>
      reportFeedback(store, { tenant, since, until }, onProgress),
  ),
} as const;
