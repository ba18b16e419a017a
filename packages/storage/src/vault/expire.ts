import { newId } from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import { isNotAwaited } from '../clocks/awaited.js';
import type { Tables } from '../database/tables.js';
import { readCover } from '../legal/cover.js';
import { idsByTenant } from '../records/by-tenant.js';

const EXPIRED_AT_ONCE = 500;

/** Behind which the next part begins: what is held stays due, and must not be met again and again. */
export interface ExpiredUpTo {
  readonly expiresAt: number;
  readonly id: string;
}

export const FIRST: ExpiredUpTo = { expiresAt: -1, id: '' };

/** Evidence on legal hold stays, however long it takes. */
export async function expireIn(
  trx: Transaction<Tables>,
  note: Note,
  { now, at, after }: { readonly now: number; readonly at: number; readonly after: ExpiredUpTo },
): Promise<{ expired: number; next: ExpiredUpTo | undefined }> {
  const due = await trx
    .selectFrom('evidence')
    .select(['id', 'tenant', 'verdict', 'subject', 'at', 'expires_at'])
    .where('expires_at', '<=', now)
    .where('legal_hold', '=', false)
    .where(isNotAwaited)
    .where(sql<boolean>`(expires_at, id) > (${after.expiresAt}::bigint, ${after.id}::text)`)
    .orderBy('expires_at')
    .orderBy('id')
    .limit(EXPIRED_AT_ONCE)
    .forUpdate()
    .execute();
  const cover = await readCover(trx, now);
  const gone = due.filter((one) => !cover.covers(one));
  for (const [tenant, ids] of idsByTenant(gone)) {
    await trx.deleteFrom('evidence').where('id', 'in', ids).execute();
    const payload = { ids: ids.sort(), count: ids.length };
    note({ id: newId('record', at), type: 'evidence.expired', at, tenant, payload });
  }
  const last = due.length < EXPIRED_AT_ONCE ? undefined : due.at(-1);
  return { expired: gone.length, next: last && { expiresAt: last.expires_at, id: last.id } };
}
