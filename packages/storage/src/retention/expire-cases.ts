import { newId, type TenantId, type VerdictId } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { type Cover, readCover } from '../legal/cover.js';
import { deleteMatters } from '../notices/delete.js';
import { idsByTenant } from '../records/by-tenant.js';
import { findVerdict } from '../records/find-verdict.js';

interface Part {
  readonly after: string;
  readonly before: number;
  readonly now: number;
  readonly at: number;
  readonly limit: number;
}

/** Deletes closed cases whose time is over and whose evidence is gone; `next` is where the next part begins. */
export async function expireCasesIn(
  trx: Transaction<Tables>,
  note: Note,
  { after, before, now, at, limit }: Part,
): Promise<{ erased: number; next: string | null }> {
  const rows = await trx
    .selectFrom('cases')
    .select(['id', 'tenant', 'verdict', 'opened_at as at'])
    .where('status', '<>', 'open')
    .where('opened_at', '<', before)
    .where('id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence').select('evidence.id').whereRef('evidence.verdict', '=', 'cases.verdict'))),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  const cover = await readCover(trx, now);
  const due: (typeof rows)[number][] = [];
  for (const row of rows) if (cover.isEmpty || !(await isHeld(trx, cover, row))) due.push(row);
  await deleteCases(trx, note, due, at);
  return { erased: due.length, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

/** A case does not say whose it is; the record of its verdict does, which is there for as long as it is on hold. */
async function isHeld(
  trx: Transaction<Tables>,
  cover: Cover,
  row: { readonly tenant: string; readonly verdict: string; readonly at: number },
): Promise<boolean> {
  const record = await findVerdict(trx, row.tenant as TenantId, row.verdict as VerdictId);
  return cover.covers({ ...row, subject: record?.subject?.value ?? null });
}

export async function deleteCases(
  trx: Transaction<Tables>,
  note: Note,
  cases: readonly { readonly id: string; readonly tenant: string }[],
  at: number,
): Promise<void> {
  for (const [tenant, ids] of idsByTenant(cases)) {
    await trx.deleteFrom('case_events').where('case_id', 'in', ids).execute();
    await deleteMatters(trx, ids);
    await trx.deleteFrom('cases').where('id', 'in', ids).execute();
    note({ id: newId('record', at), type: 'case.erased', at, tenant, payload: { ids, count: ids.length } });
  }
}
