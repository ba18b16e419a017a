import { type Campaign, newId, type TenantId, type VerdictId } from '@tyrian/contracts';
import type { Selectable, Transaction } from 'kysely';
import type { Note, Tell } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';

/** A campaign that goes on is a new matter a day after the last one was opened, where that is closed. */
const AGAIN_MS = 24 * 3_600_000;

/** Tells of campaigns that have grown, unless a person has been asked about them already. */
export async function tellGrown(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  {
    strike,
    campaigns,
    at,
  }: {
    readonly strike: Selectable<Tables['strikes']>;
    readonly campaigns: readonly Campaign[];
    readonly at: number;
  },
): Promise<void> {
  const tenant = strike.tenant as TenantId;
  const verdict = strike.verdict as VerdictId;
  for (const { by, rule, accounts, verdicts } of campaigns) {
    const shared = by === 'content' ? strike.likeness : strike.range;
    const common = `${by} ${rule} ${shared}`;
    if (shared === null || (await isAsked(trx, tenant, common, at))) continue;
    const payload = { verdict, by, rule, accounts, verdicts };
    note({ id: newId('record', at), type: 'campaign.grown', at, tenant, payload });
    tell({ type: 'campaign.grown', tenant, verdict, by, rule, common, at, isChildSafety: strike.is_silent });
  }
}

async function isAsked(trx: Transaction<Tables>, tenant: string, common: string, at: number): Promise<boolean> {
  const row = await trx
    .selectFrom('cases')
    .select('id')
    .where('tenant', '=', tenant)
    .where('fingerprint', '=', common)
    .where('kind', '=', 'campaign')
    .where(({ or, eb }) => or([eb('status', '=', 'open'), eb('opened_at', '>', at - AGAIN_MS)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
