import { AppealId, AppealOutcome, NoticeId, NoticeOutcome } from '@tyrian/contracts';
import { z } from 'zod';
import { operation } from './operation.js';
import { scopeOf } from './scope.js';

const By = z.string().min(1).max(100);
const Status = z.enum(['open', 'decided']);
const query = { status: Status.default('open'), limit: z.number().int().min(1).max(1_000).default(100) };
/** PostgreSQL stores no zero byte. */
const Words = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds what is no text');
const said = { by: By, reason: Words, statement: Words };

/** What people of the platform do with notices and appeals from outside. */
export const NOTICE_OPERATIONS = {
  'notice.list': operation(z.object(query), (context, asked) =>
    context.desk.listNotices({ ...asked, scope: scopeOf(context) }),
  ),
  'notice.show': operation(z.object({ id: NoticeId }), (context, { id }) =>
    context.desk.showNotice(id, scopeOf(context)),
  ),
  'notice.decide': operation(
    z.object({ id: NoticeId, outcome: NoticeOutcome, isUnfounded: z.boolean().optional(), ...said }),
    (context, { id, ...ruling }) => context.desk.decideNotice(id, scopeOf(context), ruling),
  ),
  'appeal.list': operation(z.object(query), (context, asked) =>
    context.desk.listAppeals({ ...asked, scope: scopeOf(context) }),
  ),
  'appeal.show': operation(z.object({ id: AppealId }), (context, { id }) =>
    context.desk.showAppeal(id, scopeOf(context)),
  ),
  'appeal.decide': operation(
    z.object({ id: AppealId, outcome: AppealOutcome, ...said }),
    (context, { id, ...ruling }) => context.desk.decideAppeal(id, scopeOf(context), ruling),
  ),
} as const;
