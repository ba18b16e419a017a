import { type MemberId, newId, type RecordType, type TenantId } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { tenantOf } from './rows.js';

interface Who {
  readonly id: string;
  readonly tenant: string | null;
}

/** Ids and roles, never a name: a record stays when somebody has left. */
export function noteMember(
  note: Note,
  type: Extract<RecordType, 'member.added' | 'member.changed' | 'member.disabled'>,
  row: Who,
  { by, at, ...details }: { readonly by: string; readonly at: number; readonly [detail: string]: unknown },
): void {
  const tenant: TenantId = tenantOf(row);
  note({ id: newId('record', at), type, at, tenant, payload: { member: row.id, by, ...details } });
}

export async function forgetInvitations(trx: Transaction<Tables>, member: MemberId): Promise<void> {
  await trx.deleteFrom('invitations').where('member', '=', member).execute();
}
