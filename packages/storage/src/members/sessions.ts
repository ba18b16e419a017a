import { type EndedWhy, type MemberId, newId, type Sessions } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { findRow, keptFromRow, sessionFromRow, tenantOf } from './rows.js';

/** A row is a session that lives; what has ended is on record only. */
export function createSessions({ database: { db }, writer }: { database: Database; writer: ChainWriter }): Sessions {
  return {
    async open({ hash, ...session }) {
      await writer.change(async (trx, note) => {
        const { id, member, stage, openedAt: at } = session;
        await trx
          .insertInto('sessions')
          .values({
            id,
            hash,
            member,
            stage,
            opened_at: at,
            seen_at: session.seenAt,
            confirmed_at: session.confirmedAt,
            ends_at: session.endsAt,
          })
          .execute();
        const row = await findRow(trx, member);
        if (stage === 'open' && row)
          note({
            id: newId('record', at),
            type: 'session.opened',
            at,
            tenant: tenantOf(row),
            payload: { session: id, member },
          });
      });
    },

    async find(hash, now) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('hash', '=', hash)
        .where('ends_at', '>', now)
        .executeTakeFirst();
      const member = row && (await findRow(db, row.member));
      if (!member || member.disabled_at !== null) return undefined;
      return { session: sessionFromRow(row), ...keptFromRow(member) };
    },

    async touch(id, at, idleSince) {
      await db
        .updateTable('sessions')
        .set({ seen_at: at })
        .where('id', '=', id)
        .where('seen_at', '>', idleSince)
        .where('seen_at', '<', at)
        .execute();
    },

    async confirm(id, at) {
      await db.updateTable('sessions').set({ seen_at: at, confirmed_at: at }).where('id', '=', id).execute();
    },

    async list(member, now) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('member', '=', member)
        .where('stage', '=', 'open')
        .where('ends_at', '>', now)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(sessionFromRow);
    },

    end: (id, why, { by, at }) =>
      writer.change(async (trx, note) => {
        const ended = await trx.deleteFrom('sessions').where('id', '=', id).returningAll().execute();
        await noteEnded(trx, note, ended, { why, by, at });
        return ended.length > 0;
      }),

    endAll: (member, why, { by, at, except }) =>
      writer.change((trx, note) => endAllIn(trx, note, member, { why, by, at, except })),

    expire: (now) =>
      writer.change(async (trx, note) => {
        await trx.deleteFrom('invitations').where('until', '<=', now).execute();
        const ended = await trx.deleteFrom('sessions').where('ends_at', '<=', now).returningAll().execute();
        await noteEnded(trx, note, ended, { why: 'expired', by: null, at: now });
        return ended.length;
      }),
  };
}

interface Ending {
  readonly why: EndedWhy;
  readonly by: string | null;
  readonly at: number;
}

/** Ends the sessions of a member as part of another change. */
export async function endAllIn(
  trx: Transaction<Tables>,
  note: Note,
  member: MemberId,
  { except = '', ...ending }: Ending & { readonly except?: string | undefined },
): Promise<number> {
  const ended = await trx
    .deleteFrom('sessions')
    .where('member', '=', member)
    .where('id', '<>', except)
    .returningAll()
    .execute();
  await noteEnded(trx, note, ended, ending);
  return ended.filter(({ stage }) => stage === 'open').length;
}

async function noteEnded(
  trx: Transaction<Tables>,
  note: Note,
  ended: readonly { id: string; member: string; stage: string }[],
  { why, by, at }: Ending,
): Promise<void> {
  for (const { id, member, stage } of ended) {
    const row = stage === 'open' ? await findRow(trx, member) : undefined;
    if (!row) continue;
    const payload = { session: id, member, why, by };
    note({ id: newId('record', at), type: 'session.ended', at, tenant: tenantOf(row), payload });
  }
}
