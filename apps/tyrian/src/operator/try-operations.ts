import { Audience, errors, TenantId } from '@tyrian/contracts';
import { z } from 'zod';
import { toGenerations } from '../library/to-generations.js';
import { operation } from './operation.js';
import { scopeOf, tenantWithin } from './scope.js';

const TEXT_MAX = 200_000;
const DEFAULT_TENANT = TenantId.parse('default');

/** What the guard in force makes of a text. Nothing of it is kept or recorded. */
export const TRY_OPERATIONS = {
  'guard.try': operation(
    z.object({
      text: z.string().min(1).max(TEXT_MAX),
      as: z.enum(['prompt', 'output']).default('prompt'),
      audience: Audience.default('unknown'),
      tenant: TenantId.optional(),
    }),
    async (context, { tenant, audience, ...text }) => {
      if (!context.live) throw errors.INVALID_INPUT(['no server runs here: use "tyrian check"']);
      const guard = context.live.guardFor(tenantWithin(scopeOf(context), tenant) ?? DEFAULT_TENANT);
      const made = toGenerations({ ...text, audience }, audience);
      return guard.check(made.prompt === undefined ? made.answer : made.prompt);
    },
  ),
} as const;
