import { type ChainedRecord, errors, RecordId, RecordType, type Scope, TenantId } from '@tyrian/contracts';
import { z } from 'zod';
import { operation } from './operation.js';
import { scopeOf, tenantWithin } from './scope.js';

/** A record as people may see it: what it says, and where it stands in the chain. */
export const ShownRecord = z.object({
  id: RecordId,
  type: RecordType,
  at: z.number().int(),
  tenant: TenantId,
  /** The pseudonym of whom it is about. */
  subject: z.string().nullable(),
  writer: z.string(),
  seq: z.number().int(),
  hash: z.string(),
  /** Null once erased. */
  payload: z.record(z.string(), z.unknown()).nullable(),
});
export type ShownRecord = z.infer<typeof ShownRecord>;

/** Pages read in vain before a page is given that is not full, where a search finds little. */
const PAGES = 20;

/** What an operator can ask about what has happened. */
export const RECORD_OPERATIONS = {
  'record.list': operation(
    z.object({
      type: RecordType.optional(),
      tenant: TenantId.optional(),
      subject: z.string().max(100).optional(),
      decision: z.enum(['allow', 'repair', 'hold', 'refuse']).optional(),
      /** Older than this record. */
      before: RecordId.optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    async (context, { decision, tenant, limit, before, ...query }) => {
      const scope = scopeOf(context);
      const within = tenantWithin(scope, tenant);
      const records: ShownRecord[] = [];
      let last: RecordId | undefined = before;
      for (let page = 0; page < PAGES && records.length < limit; page++) {
        const found = await context.store.records.list({
          ...query,
          ...(within && { tenant: within }),
          ...(last && { before: last }),
          limit,
        });
        last = found.at(-1)?.id ?? last;
        for (const record of found.map(shown))
          if (isWithin(record, scope) && (!decision || record.payload?.decision === decision)) records.push(record);
        if (found.length < limit) return { records: records.slice(0, limit), next: null };
      }
      const kept = records.slice(0, limit);
      return { records: kept, next: (records.length > limit ? kept.at(-1)?.id : last) ?? null };
    },
  ),
  'record.show': operation(z.object({ id: RecordId }), async (context, { id }) => {
    const scope = scopeOf(context);
    const found = await context.store.records.find(id);
    const record = found && shown(found);
    if (!record || !isWithin(record, scope) || (scope.tenant !== null && record.tenant !== scope.tenant))
      throw errors.NOT_FOUND([`record ${id}`]);
    return record;
  }),
} as const;

function shown({ subject, payload, id, type, at, tenant, writer, seq, hash }: ChainedRecord): ShownRecord {
  const said = payload === null ? null : (JSON.parse(payload) as Record<string, unknown>);
  return { id, type, at, tenant, subject: subject?.value ?? null, writer, seq, hash, payload: said };
}

/** What a rule of child safety spoke in is for those alone who work on it. */
export function isWithin({ payload }: Pick<ShownRecord, 'payload'>, { childSafety }: Scope): boolean {
  return childSafety || !JSON.stringify(payload ?? {}).includes('"child-safety.');
}
